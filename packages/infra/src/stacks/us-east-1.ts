import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import type { HclModule } from "../terraform/hcl-module.ts";
import type { HclStack, Patch } from "../terraform/hcl-stack.ts";
import type { Fields } from "../terraform/module-definition.ts";
import { defaultTags } from "./default-tags.ts";
import { AWS, RANDOM } from "./versions.ts";

/** Where CloudFront looks for certificates and firewalls. */
const REGION = "us-east-1";
const ALIAS = "us_east_1";

/** Names a module's providers in it, without which Terraform has to guess which one it is handed. */
export const namesProviders: Patch = (made) => ({
  ...made,
  terraform: { ...made.terraform, required_providers: { aws: AWS, random: RANDOM } },
});

/** Makes a module's resources in us-east-1 where the environment is elsewhere; there, the provider is the stack's. */
export function inUsEast1(
  stack: HclStack,
  call: HclModule<Fields, Fields>,
  { region, environment }: { readonly region: string; readonly environment: string },
): void {
  if (region === REGION) return;
  new AwsProvider(stack, `provider.aws.${ALIAS}`, {
    alias: ALIAS,
    region: REGION,
    defaultTags: [{ tags: defaultTags(environment) }],
  });
  // One that is named ends the inheritance of all others.
  call.addOverride("providers", { aws: `aws.${ALIAS}`, random: "random" });
}
