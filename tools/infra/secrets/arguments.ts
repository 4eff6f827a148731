import { parseArgs } from "node:util";
import type { Environment } from "../../../packages/infra/src/config/environment-config.ts";
import { ENVIRONMENTS } from "../../../packages/infra/src/config/environment-config.ts";
import { Failure } from "../../shared/failure.ts";
import { environmentOf } from "../parity-arguments.ts";
import type { WantedSecret } from "./wanted.ts";
import { KNOWN } from "./wanted.ts";

export interface SecretsArguments {
  readonly environment: Environment;
  /** Whether nothing is asked for and nothing put. */
  readonly list: boolean;
  /** The one secret to put, whether it is there or not. */
  readonly set: WantedSecret | undefined;
}

export const USAGE = `pnpm secrets ${ENVIRONMENTS.join("|")} [--list | --set NAME]

Puts the secrets that the tasks need into AWS Systems Manager, where Terraform never sees them: asks for
those that are missing, and generates those that nobody has to give.
  --list      says which are there and which are missing, and puts none
  --set NAME  puts this one, over the one that is there: ${KNOWN.map(({ name }) => name).join(", ")}

A value is typed at the prompt, which does not show it, or comes from standard input:
  pnpm secrets prod --set google-api-key < key.txt`;

/** @throws Failure with the usage when they are not understood */
export function readSecretsArguments(args: readonly string[]): SecretsArguments {
  const { values, positionals } = parse(args);
  const [environment, ...rest] = positionals;
  if (environment === undefined) throw new Failure(`Name an environment.\n\n${USAGE}`, 2);
  if (rest.length > 0) {
    // What was given may be a secret: it is not repeated here.
    const advice = "Pipe it in, or type it at the prompt: arguments end up in the shell's history.";
    throw new Failure(`A secret is never an argument. ${advice}\n\n${USAGE}`, 2);
  }
  if (values.list && values.set !== undefined) {
    throw new Failure(`--list puts nothing, so it does not go with --set.\n\n${USAGE}`, 2);
  }
  return { environment: environmentOf(environment), list: values.list, set: wanted(values.set) };
}

function wanted(name: string | undefined): WantedSecret | undefined {
  if (name === undefined) return undefined;
  const found = KNOWN.find((one) => one.name === name);
  if (found !== undefined) return found;
  const names = KNOWN.map((one) => one.name).join(", ");
  throw new Failure(`"${name}" is not a secret that is used. Use one of: ${names}.`, 2);
}

function parse(args: readonly string[]) {
  const options = {
    list: { type: "boolean", default: false },
    set: { type: "string" },
  } as const;
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new Failure(`${(error as Error).message}\n\n${USAGE}`, 2);
  }
}
