import { TerraformVariable } from "cdktf";
import type { Construct } from "constructs";
import type { EnvironmentConfig } from "../config/environment-config.ts";

/** The article's variables. `null` as a default: there is none, and a value has to be given. */
const VARIABLES = {
  aws_region: ["AWS region for resources", "us-east-1"],
  project_name: ["Name of the project", "caption-generator"],
  environment: ["Environment name (dev, staging, prod)", null],
  vpc_cidr: ["CIDR block for VPC", "10.0.0.0/16"],
  domain_name: ["Domain name for the application", ""],
} as const;

/** References to the root's variables. */
export type RootVariables = Readonly<Record<keyof typeof VARIABLES, string>>;

export function rootVariables(scope: Construct): RootVariables {
  const entries = Object.entries(VARIABLES).map(([name, [description, fallback]]) => {
    const variable = new TerraformVariable(scope, `var.${name}`, {
      description,
      type: "string",
      ...(fallback === null ? {} : { default: fallback }),
    });
    return [name, variable.stringValue];
  });
  return Object.fromEntries(entries) as RootVariables;
}

/** The values an environment gives to the root's variables. */
export const variableValues = (config: EnvironmentConfig): RootVariables => ({
  aws_region: config.region,
  project_name: config.projectName,
  environment: config.environment,
  vpc_cidr: config.vpcCidr,
  domain_name: config.domainName,
});
