import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { App } from "cdktf";
import type { Settings } from "./config/settings.ts";
import { publish } from "./publish.ts";
import { EnvironmentStack } from "./stacks/environment.ts";
import type { StackName } from "./stacks/names.ts";
import { STACKS } from "./stacks/names.ts";
import { StateBackendStack } from "./stacks/state-backend.ts";
import { withoutStackTraces } from "./terraform/without-stack-traces.ts";

/**
 * Writes stacks into a folder, whole or not at all: they are made beside it and moved in when the last one
 * is done.
 *
 * @throws InfraError, and nothing in `outdir` has changed
 */
export function synthesize(
  settings: Settings,
  outdir: string,
  stacks: readonly StackName[] = STACKS,
): void {
  withoutStackTraces();
  mkdirSync(dirname(outdir), { recursive: true });
  const unfinished = mkdtempSync(`${outdir}.unfinished-`);
  try {
    const app = new App({ outdir: unfinished, stackTraces: false });
    for (const stack of stacks) addStack(app, stack, settings);
    app.synth();
    publish(unfinished, outdir);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function addStack(app: App, stack: StackName, { state, environments }: Settings): void {
  if (stack === "state-backend") new StateBackendStack(app, state);
  else new EnvironmentStack(app, environments[stack], state);
}
