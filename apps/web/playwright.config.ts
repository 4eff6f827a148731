import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { defineConfig } from "@playwright/test";

/** The system's Chromium: Playwright's own download is not to be relied on in every network. */
function findChromium(): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return folders.map((folder) => join(folder, "chromium")).find((path) => existsSync(path));
}

const executablePath = process.env["CHROMIUM_PATH"] ?? findChromium();

export default defineConfig({
  testDir: "e2e",
  // Each has a product of its own, on a data folder of its own; more would keep each other waiting.
  workers: 2,
  timeout: 240_000,
  expect: { timeout: 90_000 },
  use: {
    browserName: "chromium",
    // A trace of each takes an eighth of the time; to have one: `playwright test --trace=on`.
    screenshot: "only-on-failure",
    permissions: ["clipboard-read", "clipboard-write"],
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
        "--no-first-run",
      ],
    },
  },
});
