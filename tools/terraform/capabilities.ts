import { findProgram, PROGRAMS } from "./programs.ts";
import { AWS, localFolder } from "./providers.ts";
import { registryAnswers } from "./registry.ts";

/** What the tests of the infrastructure need beyond Node and npm, and what provides it. */
export const TERRAFORM_CAPABILITIES = {
  terraform: PROGRAMS.terraform,
  moto: PROGRAMS.moto_server,
  awsprovider:
    "Have registry.terraform.io within reach, or the AWS provider 5.x in a folder that TERRAFORM_PROVIDER_MIRROR names.",
} as const;

export type TerraformCapability = keyof typeof TERRAFORM_CAPABILITIES;

async function has(capability: TerraformCapability, env: NodeJS.ProcessEnv): Promise<boolean> {
  switch (capability) {
    case "terraform":
      return findProgram("terraform", env) !== undefined;
    case "moto":
      return findProgram("moto_server", env) !== undefined;
    case "awsprovider":
      return localFolder(AWS, env) !== undefined || (await registryAnswers(env));
  }
}

/**
 * The first of `wanted` that this machine does not have.
 *
 * @example const lacking = await firstLacking(["terraform", "moto"]);
 * describe.skipIf(lacking !== undefined)(lacking ? `... [needs ${lacking}]` : "...", ...)
 */
export async function firstLacking(
  wanted: readonly TerraformCapability[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<TerraformCapability | undefined> {
  for (const capability of wanted) if (!(await has(capability, env))) return capability;
  return undefined;
}
