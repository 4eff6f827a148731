import type { Environment } from "../../packages/infra/src/config/environment-config.ts";
import { loadSettings } from "../../packages/infra/src/config/load-settings.ts";
import {
  declaredAdditions,
  declaredDeviations,
} from "../../packages/infra/src/deviations/declared.ts";
import { readEnv } from "../../packages/infra/src/env.ts";
import type { Declared } from "./plan-parity/judge.ts";

/** `aws_vpc.main`, in any module; not `module.networking`, nor `terraform.backend.s3`. */
const RESOURCE = /^(?:module\.[\w-]+\.)*[a-z0-9]+_\w+\.[\w-]+$/;

/** What packages/infra says to differ from the article on purpose, of what a plan shows: resources. */
export function declaredFor(environment: Environment): Declared {
  const { environments, state } = loadSettings(readEnv().settings);
  return {
    deviations: declaredDeviations(environments[environment], state).filter(({ address }) =>
      RESOURCE.test(address),
    ),
    additions: declaredAdditions(environments[environment]),
  };
}
