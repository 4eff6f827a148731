import type { TerraformStack } from "cdktf";

export interface ProviderRequirement {
  /** Such as `hashicorp/aws`. */
  readonly source: string;
  /** A version constraint, such as `~> 5.0`. */
  readonly version: string;
}

/**
 * Says which providers a stack takes. The bindings would pin the one version they were generated from, and
 * name no namespace, which a state that was made by HCL does not match.
 */
export function requireProviders(
  stack: TerraformStack,
  requirements: Readonly<Record<string, ProviderRequirement>>,
): void {
  for (const [name, { source, version }] of Object.entries(requirements)) {
    stack.addOverride(`terraform.required_providers.${name}`, { source, version });
  }
}
