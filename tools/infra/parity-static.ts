import { loadSettings } from "../../packages/infra/src/config/load-settings.ts";
import { readEnv } from "../../packages/infra/src/env.ts";
import { staticParity } from "../../packages/infra/src/parity/static-parity.ts";
import type { ParityArguments } from "./parity-arguments.ts";
import { isProven, reportOf } from "./static-report.ts";
import { told } from "./told.ts";

/**
 * `pnpm parity --static`: compares without Terraform. The exit code says whether the two are equal, but for
 * what is declared.
 *
 * @throws Failure with the sentence about what could not be read
 */
export async function parityStatic({ environment, hcl, json }: ParityArguments): Promise<number> {
  const verdict = await told(() =>
    staticParity(hcl, environment, loadSettings(readEnv().settings)),
  );
  console.log(json ? JSON.stringify(verdict, null, 2) : reportOf(verdict));
  return isProven(verdict) ? 0 : 1;
}
