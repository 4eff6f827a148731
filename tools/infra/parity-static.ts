import { loadSettings } from "../../packages/infra/src/config/load-settings.ts";
import { readEnv } from "../../packages/infra/src/env.ts";
import { InfraError } from "../../packages/infra/src/errors.ts";
import { staticParity } from "../../packages/infra/src/parity/static-parity.ts";
import { Failure } from "../shared/failure.ts";
import type { ParityArguments } from "./parity-arguments.ts";
import { isProven, reportOf } from "./static-report.ts";

/**
 * `pnpm parity --static`: compares without Terraform. The exit code says whether the two are equal, but for
 * what is declared.
 *
 * @throws Failure with the sentence about what could not be read
 */
export async function parityStatic({ environment, hcl, json }: ParityArguments): Promise<number> {
  try {
    const settings = loadSettings(readEnv().settings);
    const verdict = await staticParity(hcl, environment, settings);
    console.log(json ? JSON.stringify(verdict, null, 2) : reportOf(verdict));
    return isProven(verdict) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof InfraError)) throw error;
    throw new Failure(error.message);
  }
}
