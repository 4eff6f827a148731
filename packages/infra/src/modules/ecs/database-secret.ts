import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy/index.js";
import type { Construct } from "constructs";
import type { Account } from "../../aws/account.ts";
import { policyDocument } from "../../aws/policy-document.ts";
import type { Inputs } from "./interface.ts";
import type { Name } from "./props.ts";
import { readFromSecretsManager } from "./secrets.ts";

interface ReadersProps {
  readonly name: Name;
  readonly inputs: Inputs;
  readonly account: Account;
}

/** Lets the API's tasks read the database's secret while they live: RDS renews its password every week. */
export function allowSecretReading(
  scope: Construct,
  { name, inputs, account }: ReadersProps,
): void {
  new IamRolePolicy(scope, "aws_iam_role_policy.read_database_secret", {
    name: name("read-database-secret"),
    role: inputs.task_role_name,
    policy: policyDocument(...readFromSecretsManager(account, [inputs.database_secret_arn])),
  });
}
