import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity/index.js";
import { DataAwsPartition } from "@cdktf/provider-aws/lib/data-aws-partition/index.js";
import { DataAwsRegion } from "@cdktf/provider-aws/lib/data-aws-region/index.js";
import type { Construct } from "constructs";

/** Where a module is deployed, as references: what ARNs are made of. */
export interface Account {
  /** `aws`, or the name of another partition. */
  readonly partition: string;
  /** The number of the account. */
  readonly id: string;
  readonly region: string;
}

/** Asks Terraform where it deploys to, so that no account, region or partition is written down. */
export function currentAccount(scope: Construct): Account {
  const partition = new DataAwsPartition(scope, "data.aws_partition.current");
  const identity = new DataAwsCallerIdentity(scope, "data.aws_caller_identity.current");
  const region = new DataAwsRegion(scope, "data.aws_region.current");
  return { partition: partition.partition, id: identity.accountId, region: region.name };
}
