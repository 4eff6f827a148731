import { DynamodbTable } from "@cdktf/provider-aws/lib/dynamodb-table/index.js";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket/index.js";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy/index.js";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block/index.js";
import { S3BucketServerSideEncryptionConfigurationA as S3BucketEncryption } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration/index.js";
import { S3BucketVersioningA as S3BucketVersioning } from "@cdktf/provider-aws/lib/s3-bucket-versioning/index.js";
import { TerraformVariable } from "cdktf";
import type { Construct } from "constructs";
import { denyPlainHttp } from "../aws/deny-plain-http.ts";
import { policyDocument } from "../aws/policy-document.ts";
import type { StateConfig } from "../config/state-config.ts";
import { PLACEHOLDER_BUCKET } from "../config/state-config.ts";
import { HclStack } from "../terraform/hcl-stack.ts";
import { requireProviders } from "../terraform/required-providers.ts";
import { VariableFile } from "../terraform/variable-file.ts";
import { AWS, TERRAFORM_VERSION } from "./versions.ts";

/**
 * What the article makes by hand before anything else: the bucket that holds the states, and the table that
 * holds their locks. Its own state is a local file, since there is no bucket yet.
 */
export class StateBackendStack extends HclStack {
  constructor(scope: Construct, config: StateConfig) {
    super(scope, "state-backend");
    this.addOverride("terraform.required_version", TERRAFORM_VERSION);
    requireProviders(this, { aws: AWS });
    const tags = { Project: "caption-generator", ManagedBy: "terraform" };
    new AwsProvider(this, "provider.aws", { region: config.region, defaultTags: [{ tags }] });
    this.#bucket(config);
    this.#lockTable(config);
    new VariableFile(this, "values", { bucket: config.bucket });
  }

  #bucket(config: StateConfig): void {
    const bucket = new S3Bucket(this, "aws_s3_bucket.state", {
      bucket: bucketVariable(this),
      // A bucket with states in it is emptied by a person, or by nobody; a rehearsal's goes with all in it.
      forceDestroy: !config.protected,
      lifecycle: { preventDestroy: config.protected },
    });
    const { id } = bucket;
    new S3BucketVersioning(this, "aws_s3_bucket_versioning.state", {
      bucket: id,
      versioningConfiguration: { status: "Enabled" },
    });
    new S3BucketEncryption(this, "aws_s3_bucket_server_side_encryption_configuration.state", {
      bucket: id,
      rule: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
    });
    const block = new S3BucketPublicAccessBlock(this, "aws_s3_bucket_public_access_block.state", {
      bucket: id,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    new S3BucketPolicy(this, "aws_s3_bucket_policy.state", {
      bucket: id,
      policy: policyDocument(denyPlainHttp(bucket.arn)),
      // S3 refuses a second change of a bucket's access while the first is under way.
      dependsOn: [block],
    });
  }

  #lockTable(config: StateConfig): void {
    new DynamodbTable(this, "aws_dynamodb_table.locks", {
      name: config.lockTable,
      billingMode: "PAY_PER_REQUEST",
      hashKey: "LockID",
      attribute: [{ name: "LockID", type: "S" }],
      serverSideEncryption: { enabled: true },
      pointInTimeRecovery: { enabled: true },
      deletionProtectionEnabled: config.protected,
      lifecycle: { preventDestroy: config.protected },
    });
  }
}

/** The bucket's name. The article's is refused at plan: names are shared by all of AWS, and it is nobody's. */
function bucketVariable(scope: Construct): string {
  const variable = new TerraformVariable(scope, "var.bucket", {
    type: "string",
    description: "Name of the bucket for Terraform's states",
    validation: [
      {
        condition: `\${var.bucket != "${PLACEHOLDER_BUCKET}"}`,
        errorMessage: `"${PLACEHOLDER_BUCKET}" is a placeholder: name a bucket of your own as state.bucket in infra.json.`,
      },
    ],
  });
  return variable.stringValue;
}
