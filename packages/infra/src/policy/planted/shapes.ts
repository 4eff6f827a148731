import type { JsonObject } from "../../terraform/configuration.ts";

export type Resources = Readonly<Record<string, JsonObject>>;

/** Stacks in which a check finds something, and the change after which it does not. */
export interface Planted {
  readonly bad: Resources;
  readonly good: Resources;
}

export const one = (address: string, bad: JsonObject, good: JsonObject): Planted => ({
  bad: { [address]: bad },
  good: { [address]: good },
});

export const withSetting = (bucket: string, type: string, args: JsonObject): Planted => ({
  bad: { [bucket]: {} },
  good: { [bucket]: {}, [`${type}.x`]: { bucket: `\${${bucket}.id}`, ...args } },
});

export const anywhere = { cidr_blocks: ["0.0.0.0/0"] };
export const port = (number: number, more: JsonObject = {}): JsonObject => ({
  from_port: number,
  to_port: number,
  protocol: "tcp",
  ...more,
});
export const BUCKET = "aws_s3_bucket.x";
export const CLUSTER = "aws_rds_cluster.x";
export const CACHE = "aws_elasticache_replication_group.x";
export const CDN = "aws_cloudfront_distribution.x";
export const LB = "aws_lb.x";
export const LISTENER = "aws_lb_listener.x";
export const TASK = "aws_ecs_task_definition.x";
export const EXEC = (more: JsonObject): JsonObject => ({
  configuration: { execute_command_configuration: more },
});
export const containers = (container: JsonObject): JsonObject => ({
  container_definitions: JSON.stringify([container]),
});
export const parameters = (...names: readonly (readonly [string, string])[]): Resources => ({
  [CLUSTER]: { db_cluster_parameter_group_name: `\${aws_rds_cluster_parameter_group.x.name}` },
  "aws_rds_cluster_parameter_group.x": {
    parameter: names.map(([name, value]) => ({ name, value })),
  },
});
export const policy = (statement: JsonObject): JsonObject => ({
  policy: JSON.stringify({ Statement: [{ Effect: "Allow", ...statement }] }),
});
export const sse = (algorithm: string): JsonObject => ({
  rule: { apply_server_side_encryption_by_default: { sse_algorithm: algorithm } },
});
export const behaviour = (more: JsonObject): JsonObject => ({ default_cache_behavior: more });
export const firewall = (rules: string): Resources => ({
  [CDN]: { web_acl_id: `\${aws_wafv2_web_acl.x.arn}` },
  "aws_wafv2_web_acl.x": {
    rule: { statement: { managed_rule_group_statement: { name: rules } } },
  },
});
