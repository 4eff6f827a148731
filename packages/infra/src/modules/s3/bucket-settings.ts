import type { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket/index.js";
import { S3BucketCorsConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-cors-configuration/index.js";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration/index.js";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block/index.js";
import { S3BucketServerSideEncryptionConfigurationA as S3BucketEncryption } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration/index.js";
import { S3BucketVersioningA as S3BucketVersioning } from "@cdktf/provider-aws/lib/s3-bucket-versioning/index.js";
import type { Construct } from "constructs";

/** How the bucket keeps what it is given, and from where browsers may send it. */
export function bucketSettings(scope: Construct, { id: bucket }: S3Bucket): void {
  new S3BucketVersioning(scope, "aws_s3_bucket_versioning.uploads", {
    bucket,
    versioningConfiguration: { status: "Enabled" },
  });
  new S3BucketEncryption(scope, "aws_s3_bucket_server_side_encryption_configuration.uploads", {
    bucket,
    rule: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
  });
  new S3BucketPublicAccessBlock(scope, "aws_s3_bucket_public_access_block.uploads", {
    bucket,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  new S3BucketLifecycleConfiguration(scope, "aws_s3_bucket_lifecycle_configuration.uploads", {
    bucket,
    rule: [
      {
        id: "cleanup_temp_files",
        status: "Enabled",
        expiration: [{ days: 1 }],
        abortIncompleteMultipartUpload: [{ daysAfterInitiation: 1 }],
      },
    ],
  });
  new S3BucketCorsConfiguration(scope, "aws_s3_bucket_cors_configuration.uploads", {
    bucket,
    corsRule: [
      {
        allowedHeaders: ["*"],
        allowedMethods: ["GET", "PUT", "POST", "DELETE"],
        allowedOrigins: ["http://localhost:3000"],
        exposeHeaders: ["ETag"],
        maxAgeSeconds: 3000,
      },
    ],
  });
}
