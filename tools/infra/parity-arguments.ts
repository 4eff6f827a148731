import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Environment } from "../../packages/infra/src/config/environment-config.ts";
import { ENVIRONMENTS } from "../../packages/infra/src/config/environment-config.ts";
import { Failure } from "../shared/failure.ts";

export interface ParityArguments {
  readonly environment: Environment;
  /** The folder of the HCL to hold the stack against. */
  readonly hcl: string;
  readonly json: boolean;
  /** Whether the two are compared as written, without Terraform. */
  readonly asWritten: boolean;
}

export const USAGE = `pnpm parity [${ENVIRONMENTS.join("|")}] [--hcl DIR] [--json] [--static]

Applies HCL to an AWS emulator and plans the synthesized stack over its state, and the other way round.
  --hcl DIR   the HCL to compare with; the default is packages/infra/reference
  --json      prints what was found as JSON
  --static    compares the two as written, without Terraform, in seconds`;

/** @throws Failure that names the environments there are */
export function environmentOf(named: string | undefined): Environment {
  const environment = ENVIRONMENTS.find((name) => name === (named ?? "dev"));
  if (environment !== undefined) return environment;
  throw new Failure(`"${named}" is no environment. Use one of: ${ENVIRONMENTS.join(", ")}.`, 2);
}

/**
 * Reads the arguments of `pnpm parity`.
 *
 * @param folders where the reference lies, and where a relative DIR starts
 * @throws Failure with the usage when they are not understood
 */
export function readParityArguments(
  args: readonly string[],
  folders: { readonly reference: string; readonly typedIn: string },
): ParityArguments {
  const { values, positionals } = parse(args);
  const [named, ...rest] = positionals;
  if (rest.length > 0) throw new Failure(`Too many arguments: ${rest.join(" ")}\n\n${USAGE}`, 2);
  const hcl = values.hcl === undefined ? folders.reference : resolve(folders.typedIn, values.hcl);
  const { json, static: asWritten } = values;
  return { environment: environmentOf(named), hcl, json, asWritten };
}

function parse(args: readonly string[]) {
  const options = {
    hcl: { type: "string" },
    json: { type: "boolean", default: false },
    static: { type: "boolean", default: false },
  } as const;
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new Failure(`${(error as Error).message}\n\n${USAGE}`, 2);
  }
}
