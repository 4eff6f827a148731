import { parseArgs } from "node:util";
import type { Environment } from "../../../packages/infra/src/config/environment-config.ts";
import { ENVIRONMENTS } from "../../../packages/infra/src/config/environment-config.ts";
import { Failure } from "../../shared/failure.ts";
import { environmentOf } from "../parity-arguments.ts";

export interface ReleaseArguments {
  readonly environment: Environment;
  /** Whether traffic moves even while alarms are on. */
  readonly ignoreAlarms: boolean;
  /** Whether the database is brought up to date first. */
  readonly migrate: boolean;
}

export const USAGE = `pnpm release ${ENVIRONMENTS.join("|")} [--ignore-alarms] [--no-migration]

Releases what the last deployment registered: migrates the database, and has the services run the newest
revision of their tasks, the API first. In prod, CodeDeploy moves the traffic; elsewhere, ECS replaces tasks.
  --ignore-alarms  moves traffic even while alarms are on: for a release that mends what set them off
  --no-migration   runs no migration; the API migrates by itself as it starts

Ctrl-C ends the waiting alone: what was begun goes on by itself.`;

/** @throws Failure with the usage when they are not understood */
export function readReleaseArguments(args: readonly string[]): ReleaseArguments {
  const { values, positionals } = parse(args);
  const [environment, ...rest] = positionals;
  if (environment === undefined) throw new Failure(`Name an environment.\n\n${USAGE}`, 2);
  if (rest.length > 0) throw new Failure(`Too many arguments: ${rest.join(" ")}\n\n${USAGE}`, 2);
  return {
    environment: environmentOf(environment),
    ignoreAlarms: values["ignore-alarms"],
    migrate: !values["no-migration"],
  };
}

function parse(args: readonly string[]) {
  const options = {
    "ignore-alarms": { type: "boolean", default: false },
    "no-migration": { type: "boolean", default: false },
  } as const;
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new Failure(`${(error as Error).message}\n\n${USAGE}`, 2);
  }
}
