import type { JsonObject } from "../terraform/configuration.ts";

type Resources = Readonly<Record<string, JsonObject>>;

/** Stacks in which a check finds something, and the change after which it does not. */
export interface Planted {
  readonly bad: Resources;
  readonly good: Resources;
}

const one = (address: string, bad: JsonObject, good: JsonObject): Planted => ({
  bad: { [address]: bad },
  good: { [address]: good },
});

const withSetting = (bucket: string, type: string, args: JsonObject): Planted => ({
  bad: { [bucket]: {} },
  good: { [bucket]: {}, [`${type}.x`]: { bucket: `\${${bucket}.id}`, ...args } },
});

const anywhere = { cidr_blocks: ["0.0.0.0/0"] };
const port = (number: number, more: JsonObject = {}): JsonObject => ({
  from_port: number,
  to_port: number,
  protocol: "tcp",
  ...more,
});
const BUCKET = "aws_s3_bucket.x";
const CLUSTER = "aws_rds_cluster.x";
const CACHE = "aws_elasticache_replication_group.x";
const CDN = "aws_cloudfront_distribution.x";
const LB = "aws_lb.x";
const LISTENER = "aws_lb_listener.x";
const TASK = "aws_ecs_task_definition.x";
const EXEC = (more: JsonObject): JsonObject => ({
  configuration: { execute_command_configuration: more },
});
const containers = (container: JsonObject): JsonObject => ({
  container_definitions: JSON.stringify([container]),
});
const parameters = (...names: readonly (readonly [string, string])[]): Resources => ({
  [CLUSTER]: { db_cluster_parameter_group_name: `\${aws_rds_cluster_parameter_group.x.name}` },
  "aws_rds_cluster_parameter_group.x": {
    parameter: names.map(([name, value]) => ({ name, value })),
  },
});
const policy = (statement: JsonObject): JsonObject => ({
  policy: JSON.stringify({ Statement: [{ Effect: "Allow", ...statement }] }),
});
const sse = (algorithm: string): JsonObject => ({
  rule: { apply_server_side_encryption_by_default: { sse_algorithm: algorithm } },
});
const behaviour = (more: JsonObject): JsonObject => ({ default_cache_behavior: more });
const firewall = (rules: string): Resources => ({
  [CDN]: { web_acl_id: `\${aws_wafv2_web_acl.x.arn}` },
  "aws_wafv2_web_acl.x": {
    rule: { statement: { managed_rule_group_statement: { name: rules } } },
  },
});

const NETWORK = {
  "closed-to-the-internet": one(
    "aws_security_group.x",
    { ingress: port(443, anywhere) },
    { ingress: port(443, { security_groups: ["sg-1"] }) },
  ),
  CKV_AWS_260: one(
    "aws_security_group.alb",
    { ingress: port(80, anywhere) },
    { ingress: port(443, anywhere) },
  ),
  CKV_AWS_382: one(
    "aws_security_group.x",
    { egress: { from_port: 0, to_port: 0, protocol: "-1", ...anywhere } },
    { egress: port(443, anywhere) },
  ),
  CKV_AWS_23: one(
    "aws_security_group.x",
    { description: "Tasks", ingress: port(80) },
    { description: "Tasks", ingress: port(80, { description: "Page" }) },
  ),
  CKV2_AWS_5: {
    bad: { "aws_security_group.x": {} },
    good: {
      "aws_security_group.x": {},
      "aws_lb.x": { security_groups: [`\${aws_security_group.x.id}`] },
    },
  },
  CKV_AWS_130: one(
    "aws_subnet.x",
    { map_public_ip_on_launch: true },
    { map_public_ip_on_launch: false },
  ),
  CKV2_AWS_11: {
    bad: { "aws_vpc.x": {} },
    good: { "aws_vpc.x": {}, "aws_flow_log.x": { vpc_id: `\${aws_vpc.x.id}` } },
  },
  CKV2_AWS_12: {
    bad: { "aws_vpc.x": {} },
    good: { "aws_vpc.x": {}, "aws_default_security_group.x": { vpc_id: `\${aws_vpc.x.id}` } },
  },
};

const BALANCER = {
  CKV_AWS_2: one(
    LISTENER,
    { protocol: "HTTP", default_action: { type: "forward" } },
    { protocol: "HTTPS" },
  ),
  CKV2_AWS_20: one(
    LISTENER,
    { protocol: "HTTP", default_action: { type: "forward" } },
    { protocol: "HTTP", default_action: { type: "redirect", redirect: { protocol: "HTTPS" } } },
  ),
  CKV_AWS_103: one(
    LISTENER,
    { protocol: "HTTPS", ssl_policy: "ELBSecurityPolicy-2016-08" },
    { protocol: "HTTPS", ssl_policy: "ELBSecurityPolicy-TLS13-1-2-2021-06" },
  ),
  CKV_AWS_91: one(LB, {}, { access_logs: { enabled: true } }),
  CKV_AWS_131: one(LB, {}, { drop_invalid_header_fields: true }),
  CKV_AWS_150: one(LB, {}, { enable_deletion_protection: true }),
  CKV_AWS_328: one(LB, { desync_mitigation_mode: "monitor" }, {}),
  CKV2_AWS_28: {
    bad: { [LB]: {} },
    good: {
      [LB]: {},
      "aws_wafv2_web_acl_association.x": { resource_arn: `\${aws_lb.x.arn}` },
    },
  },
};

const EDGE = {
  CKV_AWS_34: one(
    CDN,
    behaviour({ viewer_protocol_policy: "allow-all" }),
    behaviour({ viewer_protocol_policy: "redirect-to-https" }),
  ),
  CKV_AWS_174: one(
    CDN,
    { viewer_certificate: { minimum_protocol_version: "TLSv1" } },
    { viewer_certificate: { minimum_protocol_version: "TLSv1.2_2021" } },
  ),
  CKV2_AWS_42: one(
    CDN,
    { viewer_certificate: { cloudfront_default_certificate: true } },
    { viewer_certificate: { acm_certificate_arn: "arn" } },
  ),
  CKV_AWS_68: one(CDN, {}, { web_acl_id: "arn" }),
  CKV2_AWS_47: {
    bad: firewall("AWSManagedRulesCommonRuleSet"),
    good: firewall("AWSManagedRulesKnownBadInputsRuleSet"),
  },
  CKV_AWS_86: one(CDN, {}, { logging_config: { bucket: "logs" } }),
  CKV2_AWS_32: one(CDN, behaviour({}), behaviour({ response_headers_policy_id: "id" })),
  CKV_AWS_305: one(CDN, {}, { default_root_object: "index.html" }),
  CKV_AWS_310: one(CDN, {}, { origin_group: { origin_id: "both" } }),
  CKV_AWS_374: one(
    CDN,
    { restrictions: { geo_restriction: { restriction_type: "none" } } },
    { restrictions: { geo_restriction: { restriction_type: "whitelist" } } },
  ),
  "encrypted-to-the-origin": one(
    CDN,
    { origin: { custom_origin_config: { origin_protocol_policy: "http-only" } } },
    { origin: { custom_origin_config: { origin_protocol_policy: "https-only" } } },
  ),
};

const CONTAINERS = {
  CKV_AWS_65: one(
    "aws_ecs_cluster.x",
    {},
    { setting: { name: "containerInsights", value: "enabled" } },
  ),
  CKV_AWS_223: one(
    "aws_ecs_cluster.x",
    EXEC({ logging: "DEFAULT" }),
    EXEC({ logging: "OVERRIDE", log_configuration: { cloud_watch_encryption_enabled: true } }),
  ),
  CKV_AWS_224: one("aws_ecs_cluster.x", EXEC({}), EXEC({ kms_key_id: "arn" })),
  CKV_AWS_249: {
    bad: {
      "aws_iam_role.a": {},
      [TASK]: {
        execution_role_arn: `\${aws_iam_role.a.arn}`,
        task_role_arn: `\${aws_iam_role.a.arn}`,
      },
    },
    good: {
      "aws_iam_role.a": {},
      "aws_iam_role.b": {},
      [TASK]: {
        execution_role_arn: `\${aws_iam_role.a.arn}`,
        task_role_arn: `\${aws_iam_role.b.arn}`,
      },
    },
  },
  CKV_AWS_332: one("aws_ecs_service.x", { platform_version: "1.3.0" }, {}),
  CKV_AWS_333: one(
    "aws_ecs_service.x",
    { network_configuration: { assign_public_ip: true } },
    { network_configuration: { assign_public_ip: false } },
  ),
  CKV_AWS_334: one(TASK, containers({ privileged: true }), containers({})),
  CKV_AWS_335: one(TASK, { pid_mode: "host" }, {}),
  CKV_AWS_336: one(TASK, containers({}), containers({ readonlyRootFilesystem: true })),
  CKV_AWS_51: one(
    "aws_ecr_repository.x",
    { image_tag_mutability: "MUTABLE" },
    { image_tag_mutability: "IMMUTABLE" },
  ),
  CKV_AWS_163: one(
    "aws_ecr_repository.x",
    {},
    { image_scanning_configuration: { scan_on_push: true } },
  ),
};

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

/** A violation of each check, by its id. */
export const PLANTED: Readonly<Record<string, Planted>> = {
  ...NETWORK,
  ...BALANCER,
  ...EDGE,
  ...CONTAINERS,
  ...STORES,
  ...BUCKETS,
  ...IDENTITY,
  ...SECRETS,
  ...LOGS,
};
