import { z } from "zod";
import { InfraError } from "../errors.ts";
import { dev } from "./dev.ts";
import type { Environment, EnvironmentConfig } from "./environment-config.ts";
import { ENVIRONMENTS, environmentSchema } from "./environment-config.ts";
import { overlay } from "./overlay.ts";
import { prod } from "./prod.ts";
import { staging } from "./staging.ts";
import type { StateConfig } from "./state-config.ts";
import { STATE_DEFAULTS, stateSchema } from "./state-config.ts";

export interface Settings {
  readonly state: StateConfig;
  readonly environments: Readonly<Record<Environment, EnvironmentConfig>>;
}

const DEFAULTS = { dev, staging, prod };

/** What an owner may write down: anything but what makes an environment what it is. */
const ownerSchema = z.strictObject({
  state: z.record(z.string(), z.unknown()).default({}),
  environments: z
    .partialRecord(z.enum(ENVIRONMENTS), z.record(z.string(), z.unknown()))
    .default({}),
});

/**
 * The settings of all stacks: the defaults, which are the article's, under what the owner wrote.
 *
 * @param owner the parsed content of the owner's file; `{}` without one
 * @param source the file's name, for the sentence about what is wrong in it
 * @throws InfraError that names the first wrong value and the fix
 */
export function readSettings(owner: unknown, source: string): Settings {
  const own = check(ownerSchema, owner, source, []);
  const state = check(stateSchema, { ...STATE_DEFAULTS, ...own.state }, source, ["state"]);
  const environments = Object.fromEntries(
    ENVIRONMENTS.map((name) => {
      const path = ["environments", name];
      const { environment, hardened } = DEFAULTS[name];
      refuseFixed(own.environments[name] ?? {}, source, path);
      const merged = overlay(DEFAULTS[name], { ...own.environments[name], environment, hardened });
      return [name, check(environmentSchema, merged, source, path)];
    }),
  ) as Record<Environment, EnvironmentConfig>;
  return { state, environments: refuseSharedKeys(environments, source) };
}

function check<T>(schema: z.ZodType<T>, value: unknown, source: string, path: string[]): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = [...path, ...(issue?.path ?? []).map(String)].join(".");
  const prefix = where === "" ? source : `${source}, ${where}`;
  throw new InfraError(`${prefix}: ${sentence(issue, value)}`);
}

/** zod's words where they name the value; ours where they do not. */
function sentence(issue: z.core.$ZodIssue | undefined, whole: unknown): string {
  const value = issue?.path.reduce<unknown>(
    (at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key],
    whole,
  );
  const shown = JSON.stringify(value);
  switch (issue?.code) {
    case "invalid_value":
      return `${shown} is not one of ${issue.values.map(String).join(", ")}.`;
    case "unrecognized_keys":
      return `"${issue.keys.join('", "')}" is not a setting. Check its spelling, or leave it out.`;
    case "invalid_type":
      return `${shown} is not a value of type ${issue.expected === "record" ? "object" : issue.expected}.`;
    case "too_big":
      return `${shown} is too many; at most ${issue.maximum} are possible.`;
    default:
      return issue?.message ?? "";
  }
}

function refuseFixed(own: Readonly<Record<string, unknown>>, source: string, path: string[]): void {
  for (const key of ["environment", "hardened"]) {
    if (!(key in own)) continue;
    throw new InfraError(
      `${source}, ${[...path, key].join(".")}: "${key}" is what makes the environment what it is and cannot be set. Leave it out.`,
    );
  }
}

/** Two environments with one key would overwrite each other's state. */
function refuseSharedKeys(environments: Settings["environments"], source: string) {
  const owners = new Map<string, string>();
  for (const { environment, stateKey } of Object.values(environments)) {
    const other = owners.get(stateKey);
    if (other !== undefined) {
      throw new InfraError(
        `${source}, environments.${environment}.stateKey: "${stateKey}" is the key of ${other}'s state, too. Give each environment a key of its own.`,
      );
    }
    owners.set(stateKey, environment);
  }
  return environments;
}
