import { parseArgs } from "node:util";
import type { Environment } from "../../packages/infra/src/config/environment-config.ts";
import { ENVIRONMENTS } from "../../packages/infra/src/config/environment-config.ts";
import type { Usage } from "../../packages/infra/src/cost/assumptions.ts";
import { ASSUMED } from "../../packages/infra/src/cost/assumptions.ts";
import { Failure } from "../shared/failure.ts";
import { environmentOf } from "./parity-arguments.ts";

const FORMATS = ["table", "markdown", "json"] as const;

export interface CostArguments {
  readonly environment: Environment;
  readonly format: (typeof FORMATS)[number];
  readonly usage: Usage;
  /** Settings to compare with, as they were typed; undefined where nothing is compared. */
  readonly tried: readonly string[] | undefined;
}

export const COST_USAGE = `pnpm cost [${ENVIRONMENTS.join("|")}] [--format ${FORMATS.join("|")}] [--assume NAME=NUMBER]...
pnpm cost --compare ENVIRONMENT --with SETTING=VALUE...

Estimates what an environment costs a month, from what is synthesized for it.
  --assume uploads=200000     another quantity than the one assumed
  --with natGateways=single   a setting to compare with, dots between its parts; several may be given`;

const OPTIONS = {
  format: { type: "string", default: "table" },
  assume: { type: "string", multiple: true },
  compare: { type: "string" },
  with: { type: "string", multiple: true },
} as const;

/** @throws Failure with the value that is not understood, and what would be */
export function readCostArguments(args: readonly string[]): CostArguments {
  const { values, positionals } = parse(args);
  const [named, ...rest] = positionals;
  if (rest.length > 0)
    throw new Failure(`Too many arguments: ${rest.join(" ")}\n\n${COST_USAGE}`, 2);
  const format = FORMATS.find((each) => each === values.format);
  if (format === undefined) {
    throw new Failure(`"${values.format}" is no format. Use one of: ${FORMATS.join(", ")}.`, 2);
  }
  const compares = values.compare !== undefined;
  const typed = values.with ?? [];
  if (compares !== typed.length > 0) {
    throw new Failure(
      "--compare and --with go together: --compare prod --with natGateways=single.",
      2,
    );
  }
  return {
    environment: environmentOf(values.compare ?? named),
    format,
    usage: usageWith(values.assume ?? []),
    tried: compares ? typed : undefined,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new Failure(`${(error as Error).message}\n\n${COST_USAGE}`, 2);
  }
}

/** What is assumed, with what was given in its place. */
function usageWith(given: readonly string[]): Usage {
  const own = given.map((text) => {
    const [name = "", value = ""] = text.split("=");
    if (!(name in ASSUMED)) {
      const known = Object.keys(ASSUMED).join(", ");
      throw new Failure(`"${name}" is not assumed anywhere. Use one of: ${known}.`, 2);
    }
    const number = Number(value);
    if (value !== "" && number >= 0) return [name, number];
    throw new Failure(`"${value}" is no quantity for ${name}: give a number of 0 or more.`, 2);
  });
  return { ...ASSUMED, ...Object.fromEntries(own) };
}

/** Settings as an environment's file would have them, from `a.b=value`. */
export function settingsFrom(typed: readonly string[]): Readonly<Record<string, unknown>> {
  return typed.reduce<Record<string, unknown>>((all, text) => {
    const at = text.indexOf("=");
    if (at < 1) throw new Failure(`"${text}" is no setting: write it as natGateways=single.`, 2);
    return withSetting(all, text.slice(0, at).split("."), parsed(text.slice(at + 1)));
  }, {});
}

function withSetting(
  all: object,
  [key = "", ...rest]: string[],
  value: unknown,
): Record<string, unknown> {
  const inner = (all as Record<string, object>)[key] ?? {};
  return { ...all, [key]: rest.length === 0 ? value : withSetting(inner, rest, value) };
}

/** A number, a bool or a list as JSON has it; any other text is itself. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
