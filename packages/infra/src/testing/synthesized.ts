import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import type { Configuration } from "../terraform/configuration.ts";

/** The JSON that was written, by its path below the output folder. */
export type Written = Readonly<Record<string, Configuration>>;

/** Synthesizes what `build` puts into an app, reads all of it and leaves nothing behind. */
export function synthesized(build: (app: App) => void): Written {
  return inTemporaryFolder((outdir) => {
    const app = new App({ outdir, stackTraces: false });
    build(app);
    app.synth();
    return readAll(outdir);
  });
}

/** Does work in a folder that is gone afterwards. */
export function inTemporaryFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "infra-test-"));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every JSON file below a folder, parsed. */
function readAll(folder: string): Written {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return Object.fromEntries(
    files
      .filter((file) => file.endsWith(".json"))
      .map((file) => [file, JSON.parse(readFileSync(join(folder, file), "utf8"))]),
  );
}
