import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { App } from "cdktf";
import { ENVIRONMENTS } from "./config/environment-config.ts";
import type { Settings } from "./config/settings.ts";
import { publish } from "./publish.ts";
import { EnvironmentStack } from "./stacks/environment.ts";
import { StateBackendStack } from "./stacks/state-backend.ts";

/**
 * Writes all stacks into a folder, whole or not at all: they are made beside it and moved in when the last
 * one is done.
 *
 * @throws InfraError, and nothing in `outdir` has changed
 */
export function synthesize(settings: Settings, outdir: string): void {
  mkdirSync(dirname(outdir), { recursive: true });
  const unfinished = mkdtempSync(`${outdir}.unfinished-`);
  try {
    const app = new App({ outdir: unfinished, stackTraces: false });
    new StateBackendStack(app, settings.state);
    for (const name of ENVIRONMENTS) {
      new EnvironmentStack(app, settings.environments[name], settings.state);
    }
    app.synth();
    publish(unfinished, outdir);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}
