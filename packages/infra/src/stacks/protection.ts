import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy/index.js";
import { cleanObjectsOnly } from "../aws/clean-objects-only.ts";
import { denyPlainHttp } from "../aws/deny-plain-http.ts";
import { policyDocument } from "../aws/policy-document.ts";
import type { EnvironmentConfig } from "../config/environment-config.ts";
import { boundary } from "../modules/boundary/index.ts";
import { scanning } from "../modules/scanning/index.ts";
import { HclModule } from "../terraform/hcl-module.ts";
import type { HclStack } from "../terraform/hcl-stack.ts";
import type { Network, Project, Uploads } from "./parts.ts";

interface ProtectionProps {
  readonly project: Project;
  readonly vpc_cidr: string;
  readonly network: Network;
  readonly uploads: Uploads;
}

/** What guards the article's network and its bucket, and changes nothing in either. */
export function protection(stack: HclStack, config: EnvironmentConfig, props: ProtectionProps) {
  const { project, vpc_cidr, network } = props;
  new HclModule(stack, "module.boundary", boundary(config), {
    inputs: {
      ...project,
      vpc_id: network.outputs.vpc_id,
      vpc_cidr,
      private_subnets: network.outputs.private_subnet_ids,
      private_route_tables: network.outputs.private_route_table_ids,
    },
  });
  const scanner = config.scanUploads ? uploadScanner(stack, config, props) : undefined;
  uploadsPolicy(stack, props.uploads, scanner?.scanner_role_arn);
  return { scanner };
}

function uploadScanner(
  stack: HclStack,
  config: EnvironmentConfig,
  { project, uploads }: ProtectionProps,
) {
  const { uploads_bucket_id, uploads_bucket_arn, task_role_name } = uploads.outputs;
  const call = new HclModule(stack, "module.scanning", scanning(config), {
    inputs: {
      ...project,
      bucket_id: uploads_bucket_id,
      bucket_arn: uploads_bucket_arn,
      task_role_name,
    },
  });
  return call.outputs;
}

/** A bucket has one policy, which speaks of the bucket and of the scanner: it can be in the module of neither. */
function uploadsPolicy(
  stack: HclStack,
  uploads: Uploads,
  scannerRoleArn: string | undefined,
): void {
  const { uploads_bucket_id, uploads_bucket_arn: arn } = uploads.outputs;
  const clean = scannerRoleArn === undefined ? [] : cleanObjectsOnly(arn, scannerRoleArn);
  new S3BucketPolicy(stack, "aws_s3_bucket_policy.uploads", {
    bucket: uploads_bucket_id,
    policy: policyDocument(denyPlainHttp(arn), ...clean),
    // S3 refuses a second change of a bucket's access while the first is under way.
    dependsOn: [uploads],
  });
}
