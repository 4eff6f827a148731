import { join } from "node:path";
import type { NextConfig } from "next";

/** For an image: the server with just the packages that it uses, of the whole workspace. */
const STANDALONE = {
  output: "standalone",
  outputFileTracingRoot: join(import.meta.dirname, "..", ".."),
} as const satisfies NextConfig;

const config: NextConfig = {
  // Event streams of the API say "no-transform", and arrive event by event.
  compress: true,
  poweredByHeader: false,
  reactStrictMode: true,
  transpilePackages: ["@caption-generator/schema"],
  // `pnpm verify` checks the types; a build need not do so again.
  typescript: { ignoreBuildErrors: true },
  ...(process.env["NEXT_OUTPUT"] === "standalone" ? STANDALONE : {}),
  headers: async () => [
    {
      source: "/((?!api/).*)",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Referrer-Policy", value: "same-origin" },
        { key: "Permissions-Policy", value: "camera=(self), microphone=(), geolocation=()" },
      ],
    },
  ],
};

export default config;
