import { argument, blocks, entries, isOn, isSet } from "../../inventory/arguments.ts";
import type { Check, Place } from "../check.ts";

const CLUSTER = ["aws_rds_cluster"];
const INSTANCE = ["aws_rds_cluster_instance"];
const CACHE = ["aws_elasticache_replication_group"];
const TABLE = ["aws_dynamodb_table"];

/** The values of a cluster's parameters, by name. */
function parameters({ instance, inventory }: Place): Readonly<Record<string, unknown>> {
  const [group] = inventory.targets(instance, "db_cluster_parameter_group_name");
  const all = group === undefined ? [] : blocks(group.args, "parameter");
  return Object.fromEntries(all.map(({ name, value }) => [String(name), String(value)]));
}

const DATABASE: readonly Check[] = [
  {
    id: "CKV_AWS_96",
    says: "a database is encrypted on disk",
    types: CLUSTER,
    holds: (args) => isOn(args, "storage_encrypted"),
  },
  {
    id: "CKV_AWS_327",
    says: "a database is encrypted with a key of the account's own",
    types: CLUSTER,
    hardened: true,
    holds: (args) => isSet(args, "kms_key_id"),
  },
  {
    id: "CKV2_AWS_69",
    says: "a database speaks TLS and nothing else",
    types: CLUSTER,
    holds: (_args, place) => parameters(place)["rds.force_ssl"] === "1",
  },
  {
    id: "CKV_AWS_139",
    says: "a database cannot be deleted by mistake",
    types: CLUSTER,
    hardened: true,
    holds: (args) => isOn(args, "deletion_protection"),
  },
  {
    id: "CKV_AWS_162",
    says: "roles can log in to a database without a password",
    types: CLUSTER,
    holds: (args) => isOn(args, "iam_database_authentication_enabled"),
  },
  {
    id: "CKV_AWS_313",
    says: "snapshots of a database have its tags",
    types: CLUSTER,
    holds: (args) => isOn(args, "copy_tags_to_snapshot"),
  },
  {
    id: "CKV_AWS_324",
    says: "the log of a database is kept outside of it",
    types: CLUSTER,
    holds: (args) => entries(args, "enabled_cloudwatch_logs_exports").length > 0,
  },
  {
    id: "CKV_AWS_353",
    says: "it is recorded what loads a database",
    types: INSTANCE,
    hardened: true,
    holds: (args) => isOn(args, "performance_insights_enabled"),
  },
  {
    id: "CKV_AWS_17",
    says: "a database has no public address",
    types: INSTANCE,
    holds: (args) => !isOn(args, "publicly_accessible"),
  },
  {
    id: "CKV2_AWS_8",
    says: "AWS Backup backs a database up",
    types: CLUSTER,
    hardened: true,
    holds: (_args, { instance, inventory }) =>
      inventory.referring(instance, "aws_backup_selection").length > 0,
  },
  {
    id: "CKV2_AWS_27",
    says: "a database logs queries: those that change tables, or take long",
    types: CLUSTER,
    hardened: true,
    holds: (_args, place) =>
      ["log_statement", "log_min_duration_statement"].every((name) => name in parameters(place)),
  },
];

const REDIS: readonly Check[] = [
  {
    id: "CKV_AWS_29",
    says: "a cache is encrypted on disk",
    types: CACHE,
    holds: (args) => isOn(args, "at_rest_encryption_enabled"),
  },
  {
    id: "CKV_AWS_30",
    says: "a cache speaks TLS and nothing else",
    types: CACHE,
    holds: (args) =>
      isOn(args, "transit_encryption_enabled") &&
      (argument(args, "transit_encryption_mode") ?? "required") === "required",
  },
  {
    id: "CKV_AWS_31",
    says: "a cache asks who is there",
    types: CACHE,
    holds: (args) => isSet(args, "auth_token") || isSet(args, "user_group_ids"),
  },
  {
    id: "CKV_AWS_191",
    says: "a cache is encrypted with a key of the account's own",
    types: CACHE,
    hardened: true,
    holds: (args) => isSet(args, "kms_key_id"),
  },
  {
    id: "CKV2_AWS_50",
    says: "another node takes over from one of a cache that fails",
    types: CACHE,
    hardened: true,
    holds: (args) => isOn(args, "automatic_failover_enabled"),
  },
];

const DYNAMO: readonly Check[] = [
  {
    id: "CKV_AWS_28",
    says: "a table can be set back to any second",
    types: TABLE,
    holds: (args) => isOn(args, "point_in_time_recovery.enabled"),
  },
  {
    id: "CKV_AWS_119",
    says: "a table is encrypted with a key of the account's own",
    types: TABLE,
    hardened: true,
    holds: (args) =>
      isOn(args, "server_side_encryption.enabled") &&
      isSet(args, "server_side_encryption.kms_key_arn"),
  },
];

export const DATA_STORE_CHECKS: readonly Check[] = [...DATABASE, ...REDIS, ...DYNAMO];
