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
  // The product under test is one: it runs on one data folder.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 30_000 },
  use: {
    browserName: "chromium",
    trace: "retain-on-failure",
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
