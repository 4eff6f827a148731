import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { Failure } from "../../shared/failure.ts";

/**
 * Keeps the state beside the configuration. The emulator's failures are final, and the provider would
 * repeat a call that fails with them 25 times, each later than the last.
 */
const OVERRIDE = `terraform {
  backend "local" {}
}

provider "aws" {
  max_retries = 2
}
`;

const OVERRIDE_FILE = "parity_override.tf";
export const VALUES_FILE = "terraform.auto.tfvars.json";

/** What Terraform leaves in a folder: somebody else's state must not come along. */
const LEFT_BEHIND = /^(?:\.terraform|\.terraform\.lock\.hcl|.*\.tfstate(?:\..*)?)$/;

/** Makes a folder keep its state to itself and fail fast. */
export const isolate = (folder: string) => writeFile(join(folder, OVERRIDE_FILE), OVERRIDE);

async function ownValues(folder: string): Promise<string> {
  return await readFile(join(folder, "terraform.tfvars"), "utf8").catch(() => "");
}

/** Whether a folder's own values of the variables are those of an environment. */
function isFor(environment: string, tfvars: string): boolean {
  return new RegExp(`^\\s*environment\\s*=\\s*"${environment}"`, "m").test(tfvars);
}

/**
 * Copies somebody's HCL to plan and apply it. Its own `terraform.tfvars` stands where it is for the
 * environment; otherwise our values of the same variables are added.
 *
 * @param values the file of our values
 * @throws Failure when the folder has no Terraform configuration
 */
export async function copyHcl(
  from: string,
  to: string,
  environment: string,
  values: string,
): Promise<void> {
  const names = await readdir(from).catch(() => []);
  if (!names.some((name) => name.endsWith(".tf"))) {
    throw new Failure(`There is no .tf file in ${from}. Name the folder of the HCL: --hcl DIR`);
  }
  await cp(from, to, { recursive: true, filter: (path) => !LEFT_BEHIND.test(basename(path)) });
  if (!isFor(environment, await ownValues(from))) await cp(values, join(to, VALUES_FILE));
  await isolate(to);
}

/** Copies an initialised folder, its links to providers as links. */
export const twin = (folder: string, to: string) =>
  cp(folder, to, { recursive: true, verbatimSymlinks: true });
