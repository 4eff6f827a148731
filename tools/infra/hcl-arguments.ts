import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { StackName } from "../../packages/infra/src/stacks/names.ts";
import { STACKS } from "../../packages/infra/src/stacks/names.ts";
import { Failure } from "../shared/failure.ts";

export interface HclArguments {
  readonly stacks: readonly StackName[];
  /** The folder that gets a folder for each stack. */
  readonly out: string;
}

export const USAGE = `pnpm hcl [${STACKS.join("|")}] [--out DIR]

Writes one stack, or all of them, as plain HCL that Terraform runs without CDKTF.
  --out DIR   where each stack gets a folder; the default is hcl.out`;

/**
 * Reads the arguments of `pnpm hcl`.
 *
 * @param folders where hcl.out is made, and where a relative DIR starts
 * @throws Failure with the usage when they are not understood
 */
export function readHclArguments(
  args: readonly string[],
  folders: { readonly root: string; readonly typedIn: string },
): HclArguments {
  const { values, positionals } = parse(args);
  const [named, ...rest] = positionals;
  if (rest.length > 0) throw new Failure(`Too many arguments: ${rest.join(" ")}\n\n${USAGE}`, 2);
  const stacks = STACKS.filter((stack) => named === undefined || stack === named);
  if (stacks.length === 0) {
    throw new Failure(`"${named}" is no stack. Use one of: ${STACKS.join(", ")}.`, 2);
  }
  const out = values.out === undefined ? "hcl.out" : values.out;
  return { stacks, out: resolve(values.out === undefined ? folders.root : folders.typedIn, out) };
}

function parse(args: readonly string[]) {
  try {
    const options = { out: { type: "string" } } as const;
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new Failure(`${(error as Error).message}\n\n${USAGE}`, 2);
  }
}
