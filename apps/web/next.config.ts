import type { NextConfig } from "next";

/** Next puts its own start-up code inline, and styles too; everything else comes from this origin. */
const CSP = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const config: NextConfig = {
  // A compressed event stream arrives only when it is full.
  compress: false,
  poweredByHeader: false,
  reactStrictMode: true,
  transpilePackages: ["@caption-generator/schema"],
  // `pnpm verify` checks the types; a build need not do so again.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [
    {
      source: "/((?!api/).*)",
      headers: [
        { key: "Content-Security-Policy", value: CSP },
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Referrer-Policy", value: "same-origin" },
        { key: "Permissions-Policy", value: "camera=(self), microphone=(), geolocation=()" },
      ],
    },
  ],
};

export default config;
