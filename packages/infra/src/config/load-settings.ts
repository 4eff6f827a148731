import { existsSync, readFileSync } from "node:fs";
import { InfraError } from "../errors.ts";
import type { Settings } from "./settings.ts";
import { readSettings } from "./settings.ts";

export interface SettingsFile {
  readonly path: string;
  /** Whether somebody named this file, so that it has to be there. */
  readonly named: boolean;
}

/** The settings with the owner's file over them. @throws InfraError with what is wrong in it */
export const loadSettings = (file: SettingsFile): Settings =>
  readSettings(ownerSettings(file), file.path);

/** What the owner wrote, unchecked; nothing where there is no file and none was named. */
export function ownerSettings({ path, named }: SettingsFile): unknown {
  if (!existsSync(path)) {
    if (!named) return {};
    throw new InfraError(
      `There is no file "${path}", which INFRA_SETTINGS names. Write it, or unset the variable.`,
    );
  }
  return parse(path);
}

function parse(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new InfraError(`"${path}" is not JSON: ${(error as Error).message}.`);
  }
}
