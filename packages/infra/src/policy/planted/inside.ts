import type { Planted } from "./shapes.ts";
import {
  BUCKET,
  CACHE,
  CLUSTER,
  containers,
  one,
  parameters,
  policy,
  sse,
  TASK,
  withSetting,
} from "./shapes.ts";

const STORES = {
  CKV_AWS_96: one(CLUSTER, {}, { storage_encrypted: true }),
  CKV_AWS_327: one(CLUSTER, {}, { kms_key_id: "arn" }),
  CKV2_AWS_69: {
    bad: parameters(["rds.force_ssl", "0"]),
    good: parameters(["rds.force_ssl", "1"]),
  },
  CKV_AWS_139: one(CLUSTER, {}, { deletion_protection: true }),
  CKV_AWS_162: one(CLUSTER, {}, { iam_database_authentication_enabled: true }),
  CKV_AWS_313: one(CLUSTER, {}, { copy_tags_to_snapshot: true }),
  CKV_AWS_324: one(CLUSTER, {}, { enabled_cloudwatch_logs_exports: ["postgresql"] }),
  CKV_AWS_353: one("aws_rds_cluster_instance.x", {}, { performance_insights_enabled: true }),
  CKV_AWS_17: one("aws_rds_cluster_instance.x", { publicly_accessible: true }, {}),
  CKV2_AWS_8: {
    bad: { [CLUSTER]: {} },
    good: { [CLUSTER]: {}, "aws_backup_selection.x": { resources: [`\${aws_rds_cluster.x.arn}`] } },
  },
  CKV2_AWS_27: {
    bad: parameters(["log_statement", "ddl"]),
    good: parameters(["log_statement", "ddl"], ["log_min_duration_statement", "1000"]),
  },
  CKV_AWS_29: one(CACHE, {}, { at_rest_encryption_enabled: "true" }),
  CKV_AWS_30: one(
    CACHE,
    { transit_encryption_enabled: true, transit_encryption_mode: "preferred" },
    { transit_encryption_enabled: true },
  ),
  CKV_AWS_31: one(CACHE, {}, { user_group_ids: ["group"] }),
  CKV_AWS_191: one(CACHE, {}, { kms_key_id: "arn" }),
  CKV2_AWS_50: one(CACHE, {}, { automatic_failover_enabled: true }),
  CKV_AWS_28: one("aws_dynamodb_table.x", {}, { point_in_time_recovery: { enabled: true } }),
  CKV_AWS_119: one(
    "aws_dynamodb_table.x",
    { server_side_encryption: { enabled: true } },
    { server_side_encryption: { enabled: true, kms_key_arn: "arn" } },
  ),
};

const BUCKETS = {
  CKV2_AWS_6: withSetting(BUCKET, "aws_s3_bucket_public_access_block", {
    block_public_acls: true,
    block_public_policy: true,
    ignore_public_acls: true,
    restrict_public_buckets: true,
  }),
  CKV_AWS_19: withSetting(
    BUCKET,
    "aws_s3_bucket_server_side_encryption_configuration",
    sse("AES256"),
  ),
  CKV_AWS_145: withSetting(
    BUCKET,
    "aws_s3_bucket_server_side_encryption_configuration",
    sse("aws:kms"),
  ),
  "tls-to-the-bucket": withSetting(BUCKET, "aws_s3_bucket_policy", {
    policy: JSON.stringify({
      Statement: [{ Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } }],
    }),
  }),
  CKV_AWS_18: withSetting(BUCKET, "aws_s3_bucket_logging", {}),
  CKV_AWS_144: withSetting(BUCKET, "aws_s3_bucket_replication_configuration", {}),
  CKV2_AWS_62: withSetting(BUCKET, "aws_s3_bucket_notification", {}),
};

const IDENTITY = {
  CKV_AWS_63: one(
    "aws_iam_policy.x",
    policy({ Action: "*", Resource: "arn" }),
    policy({ Action: "s3:GetObject", Resource: "arn" }),
  ),
  "no-wildcard-on-everything": one(
    "aws_iam_role_policy.x",
    policy({ Action: ["s3:*"], Resource: "*" }),
    policy({ Action: ["s3:GetObject"], Resource: "*" }),
  ),
  CKV_AWS_60: one(
    "aws_iam_role.x",
    { assume_role_policy: policy({ Principal: { AWS: "*" } })["policy"] ?? null },
    { assume_role_policy: policy({ Principal: { Service: "ecs.aws" } })["policy"] ?? null },
  ),
  CKV_AWS_70: one(
    "aws_sns_topic_policy.x",
    policy({ Principal: "*" }),
    policy({ Principal: "*", Condition: { StringEquals: { "aws:SourceAccount": "1" } } }),
  ),
  CKV_AWS_7: one("aws_kms_key.x", {}, { enable_key_rotation: true }),
};

const SECRETS = {
  "no-password-of-the-database": one(
    CLUSTER,
    { master_password: "hunter2" },
    { manage_master_user_password: true },
  ),
  "no-token-of-the-cache": one(CACHE, { auth_token: "hunter2" }, {}),
  "no-value-of-a-secret": one(
    "aws_secretsmanager_secret_version.x",
    { secret_string: "hunter2" },
    { secret_string_wo: "hunter2" },
  ),
  "no-value-of-a-parameter": one(
    "aws_ssm_parameter.x",
    { type: "SecureString", value: "hunter2" },
    { type: "SecureString", value_wo: "hunter2" },
  ),
  "no-generated-secret": {
    bad: { "random_password.x": {} },
    good: { "random_id.bucket_suffix": {} },
  },
  CKV_AWS_337: one("aws_ssm_parameter.x", { type: "SecureString" }, { type: "String" }),
  CKV_AWS_149: one("aws_secretsmanager_secret.x", {}, { kms_key_id: "arn" }),
  "no-secret-in-a-task": one(
    TASK,
    containers({ environment: [{ name: "KEY", value: `AIza${"x".repeat(35)}` }] }),
    containers({ secrets: [{ name: "KEY", valueFrom: "arn" }] }),
  ),
};

const LOGS = {
  CKV_AWS_66: one("aws_cloudwatch_log_group.x", {}, { retention_in_days: 30 }),
  CKV_AWS_338: one(
    "aws_cloudwatch_log_group.x",
    { retention_in_days: 30 },
    { retention_in_days: 365 },
  ),
  CKV_AWS_158: one("aws_cloudwatch_log_group.x", {}, { kms_key_id: "arn" }),
  CKV_AWS_26: one("aws_sns_topic.x", {}, { kms_master_key_id: "arn" }),
};

/** Violations of the checks of stores, buckets, rights, secrets and logs. */
export const INSIDE: Readonly<Record<string, Planted>> = {
  ...STORES,
  ...BUCKETS,
  ...IDENTITY,
  ...SECRETS,
  ...LOGS,
};
