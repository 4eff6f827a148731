import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readEnv } from "../../../packages/infra/src/env.ts";
import { startEmulator } from "../../terraform/emulator.ts";
import { openTerraform } from "../../terraform/terraform.ts";
import { interruptible } from "../interruptible.ts";
import { writeProject } from "./project.ts";
import { rehearse } from "./rehearse.ts";

export interface RehearsalOptions {
  /** Takes the lines that tell how it goes. */
  readonly tell?: (line: string) => void;
  /** Added to the environment of cdktf and Terraform. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a rehearsal in an emulator and a folder that are gone when it ends, however it ends. */
async function rehearseOnce(
  environment: string,
  { tell = console.log, env: more = {} }: RehearsalOptions,
  signal: AbortSignal,
): Promise<void> {
  const terraform = await openTerraform();
  const cwd = await mkdtemp(join(tmpdir(), "rehearsal-"));
  try {
    const settings = await writeProject(cwd, readEnv().settings.path);
    const emulator = await startEmulator();
    try {
      if (terraform.standIn)
        tell("A stand-in answers for hashicorp/random: it cannot be had here.");
      tell(`An AWS emulator runs at ${emulator.url}`);
      const env = { ...terraform.env, ...emulator.env, ...settings, ...more };
      await rehearse({
        cwd,
        env,
        signal,
        emulator: emulator.url,
        environment,
        terraform,
        tell,
      });
    } finally {
      await emulator.stop();
      tell("The emulator is stopped, and with it all that was in it.");
    }
  } finally {
    await terraform.close();
    await rm(cwd, { recursive: true, force: true });
  }
}

/**
 * Rehearses the deployment of an environment on this machine.
 *
 * @throws Failure that says what went wrong, after everything is cleaned up
 */
export async function rehearseEnvironment(
  environment: string,
  options: RehearsalOptions = {},
): Promise<number> {
  await interruptible((signal) => rehearseOnce(environment, options, signal));
  return 0;
}
