import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Environment } from "../../packages/infra/src/config/environment-config.ts";
import { ownerSettings } from "../../packages/infra/src/config/load-settings.ts";
import { readSettings } from "../../packages/infra/src/config/settings.ts";
import { readEnv } from "../../packages/infra/src/env.ts";
import { InfraError } from "../../packages/infra/src/errors.ts";
import { Inventory } from "../../packages/infra/src/inventory/inventory.ts";
import { readProject } from "../../packages/infra/src/parity/read-project.ts";
import { synthesize } from "../../packages/infra/src/synth.ts";
import { Failure } from "../shared/failure.ts";
import { stackFolder } from "./synthesize.ts";

/** Settings of an environment that are tried out, and what they are called in a sentence. */
export interface Tried {
  readonly source: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

/**
 * What there is in a stack, synthesized for the purpose.
 *
 * @throws Failure with the sentence that says what is wrong in the settings
 */
export async function synthesizedInventory(
  stack: Environment | "state-backend",
  tried?: Tried,
): Promise<Inventory> {
  const folder = mkdtempSync(join(tmpdir(), "synthesized-"));
  try {
    synthesize(settingsWith(stack, tried), join(folder, "out"));
    return Inventory.of(await readProject(stackFolder(join(folder, "out"), stack)));
  } catch (error) {
    if (error instanceof InfraError) throw new Failure(error.message);
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function settingsWith(stack: string, tried: Tried | undefined) {
  const { settings: file } = readEnv();
  const owner = ownerSettings(file);
  if (tried === undefined) return readSettings(owner, file.path);
  const { environments = {}, ...rest } = owner as {
    environments?: Record<string, Record<string, unknown>>;
  };
  const merged = { ...environments, [stack]: { ...environments[stack], ...tried.settings } };
  return readSettings({ ...rest, environments: merged }, tried.source);
}
