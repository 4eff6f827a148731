import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Configuration } from "../../../packages/infra/src/terraform/configuration.ts";
import { leaveOut } from "./leave-out.ts";

/** Without them the provider repeats a call that fails 25 times, and a fault of the emulator's looks like a hang. */
const RETRIES = 2;

/**
 * Rewrites a synthesized stack so that the emulator can carry it.
 *
 * @returns the addresses of what was left out, without indexes, sorted
 */
export async function fitToEmulator(folder: string): Promise<string[]> {
  const modules = await readdir(join(folder, "modules")).catch(() => []);
  const root = await rewrite(join(folder, "cdk.tf.json"), "the root", withFewRetries);
  const inside = await Promise.all(
    modules.map(async (name) => {
      const file = join(folder, "modules", name, "main.tf.json");
      const leftOut = await rewrite(file, `module.${name}`);
      return leftOut.map((address) => `module.${name}.${address}`);
    }),
  );
  const leftOut = [...root, ...inside.flat()].sort();
  await writeFile(join(folder, LEFT_OUT_FILE), JSON.stringify(leftOut));
  return leftOut;
}

/** Beside the stack, for whoever tells of it. */
const LEFT_OUT_FILE = "left-out.json";

/** What was left out of a stack that was fitted to the emulator. */
export async function readLeftOut(folder: string): Promise<string[]> {
  return JSON.parse(await readFile(join(folder, LEFT_OUT_FILE), "utf8")) as string[];
}

async function rewrite(
  file: string,
  place: string,
  more: (configuration: Configuration) => Configuration = (same) => same,
): Promise<readonly string[]> {
  const read = JSON.parse(await readFile(file, "utf8")) as Configuration;
  const { configuration, leftOut } = leaveOut(read, place);
  await writeFile(file, JSON.stringify(more(configuration), null, 2));
  return leftOut;
}

function withFewRetries(configuration: Configuration): Configuration {
  const { aws = [], ...others } = configuration.provider ?? {};
  const patient = aws.map((each) => ({ ...each, max_retries: RETRIES }));
  return { ...configuration, provider: { ...others, aws: patient } };
}
