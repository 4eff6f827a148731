import type { Account } from "./account.ts";

/** Where a secret of an environment is: a parameter of Systems Manager, whose ARN is known without it. */
export const parameterArn = (
  { partition, region, id }: Account,
  { project_name, environment }: { readonly project_name: string; readonly environment: string },
  name: string,
): string =>
  `arn:${partition}:ssm:${region}:${id}:parameter/${project_name}/${environment}/${name}`;
