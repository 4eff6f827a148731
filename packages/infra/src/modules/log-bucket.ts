import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket/index.js";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration/index.js";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls/index.js";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy/index.js";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block/index.js";
import { S3BucketServerSideEncryptionConfigurationA as S3BucketEncryption } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration/index.js";
import { Id } from "@cdktf/provider-random/lib/id/index.js";
import type { Construct } from "constructs";
import { denyPlainHttp } from "../aws/deny-plain-http.ts";
import type { Statement } from "../aws/policy-document.ts";
import { policyDocument } from "../aws/policy-document.ts";

interface LogBucketProps {
  /** The bucket's name, to which eight random digits are added: names are shared by all of AWS. */
  readonly name: string;
  /** Days after which a log is deleted. */
  readonly days: number;
  /** `BucketOwnerPreferred` for a sender that still writes with ACLs. @default "BucketOwnerEnforced" */
  readonly ownership?: "BucketOwnerEnforced" | "BucketOwnerPreferred";
  /** Who may write, besides whom the sender gives the right itself. */
  readonly writers?: (bucketArn: string) => readonly Statement[];
}

export interface LogBucket {
  readonly bucket: S3Bucket;
  /** What has to be there before anything is sent. */
  readonly ready: readonly [S3BucketPolicy, S3BucketOwnershipControls];
}

/** A bucket for access logs: closed to the public, encrypted, and emptied by the calendar. */
export function logBucket(scope: Construct, props: LogBucketProps): LogBucket {
  const suffix = new Id(scope, "random_id.logs_suffix", { byteLength: 4 });
  const bucket = new S3Bucket(scope, "aws_s3_bucket.logs", {
    bucket: `${props.name}-${suffix.hex}`,
    // Its logs expire anyway, and the environment could not be destroyed with one left in it.
    forceDestroy: true,
  });
  encryptAndExpire(scope, bucket, props.days);
  const block = new S3BucketPublicAccessBlock(scope, "aws_s3_bucket_public_access_block.logs", {
    bucket: bucket.id,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  const ownership = new S3BucketOwnershipControls(scope, "aws_s3_bucket_ownership_controls.logs", {
    bucket: bucket.id,
    rule: { objectOwnership: props.ownership ?? "BucketOwnerEnforced" },
  });
  const policy = new S3BucketPolicy(scope, "aws_s3_bucket_policy.logs", {
    bucket: bucket.id,
    policy: policyDocument(denyPlainHttp(bucket.arn), ...(props.writers?.(bucket.arn) ?? [])),
    // S3 refuses a second change of a bucket's access while the first is under way.
    dependsOn: [block],
  });
  return { bucket, ready: [policy, ownership] };
}

function encryptAndExpire(scope: Construct, { id }: S3Bucket, days: number): void {
  new S3BucketEncryption(scope, "aws_s3_bucket_server_side_encryption_configuration.logs", {
    bucket: id,
    // Log delivery cannot use a key of KMS that AWS manages; with SSE-S3 it needs none.
    rule: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
  });
  new S3BucketLifecycleConfiguration(scope, "aws_s3_bucket_lifecycle_configuration.logs", {
    bucket: id,
    rule: [
      {
        id: "expire",
        status: "Enabled",
        filter: [{ prefix: "" }],
        expiration: [{ days }],
        abortIncompleteMultipartUpload: [{ daysAfterInitiation: 1 }],
      },
    ],
  });
}
