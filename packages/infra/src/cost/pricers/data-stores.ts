import { argument, isOn, numberOf } from "../../inventory/arguments.ts";
import type { Instance } from "../../inventory/instance.ts";
import { textOf } from "../../inventory/value.ts";
import { always, HOURS, times } from "../line.ts";
import type { PriceName } from "../price-list.ts";
import { PRICES } from "../price-list.ts";
import type { Charge, Pricers, Surroundings } from "../pricer.ts";

const MILLION = 1e6;

const ioOptimized = (cluster: Instance) =>
  argument(cluster.args, "storage_type") === "aurora-iopt1";

/** Capacity is set on the cluster and charged for each instance, which scales by itself. */
function databaseInstance(instance: Instance, { inventory }: Surroundings) {
  const [cluster] = inventory.targets(instance, "cluster_identifier");
  const low = cluster && numberOf(cluster.args, "serverlessv2_scaling_configuration.min_capacity");
  const high = cluster && numberOf(cluster.args, "serverlessv2_scaling_configuration.max_capacity");
  if (cluster === undefined || low === undefined || high === undefined) {
    return `there is a price for serverless capacity only, and it is of class ${textOf(instance.args["instance_class"])} without such`;
  }
  const price = ioOptimized(cluster) ? ("auroraIoOptimizedAcu" as const) : ("auroraAcu" as const);
  return [{ what: "capacity, ACU", quantity: { low, high }, hours: HOURS, price }];
}

function databaseCluster(cluster: Instance, { usage }: Surroundings): readonly Charge[] {
  const all: readonly Charge[] = [
    { what: "storage, GB", quantity: always(usage.auroraGb), price: "auroraStorage" },
  ];
  const io: Charge = {
    what: "I/O, millions",
    quantity: always(usage.auroraIo / MILLION),
    price: "auroraIo",
  };
  const password: Charge = {
    what: "master password in Secrets Manager",
    quantity: always(1),
    price: "secret",
  };
  return [
    ...all,
    ...(ioOptimized(cluster) ? [] : [io]),
    ...(isOn(cluster.args, "manage_master_user_password") ? [password] : []),
  ];
}

function cache({ args }: Instance): readonly Charge[] | string {
  const type = textOf(args["node_type"]);
  if (!(type in PRICES)) return `there is no price for nodes of type ${type}`;
  const shards = numberOf(args, "num_node_groups") ?? 1;
  const replicas = numberOf(args, "replicas_per_node_group") ?? 0;
  const nodes = numberOf(args, "num_cache_clusters") ?? shards * (replicas + 1);
  return [
    { what: `nodes, ${type}`, quantity: always(nodes), hours: HOURS, price: type as PriceName },
  ];
}

function bucket(instance: Instance, { usage }: Surroundings): readonly Charge[] {
  if (instance.name !== "uploads") {
    return [{ what: "storage, GB", quantity: always(usage.otherBucketGb), price: "s3Storage" }];
  }
  const millions = (count: number) => times(always(count), 1 / MILLION);
  return [
    { what: "storage, GB", quantity: always(usage.s3StoredGb), price: "s3Storage" },
    { what: "writes, millions", quantity: millions(usage.s3Writes), price: "s3Writes" },
    { what: "reads, millions", quantity: millions(usage.s3Reads), price: "s3Reads" },
  ];
}

export const DATA_STORES: Pricers = {
  aws_rds_cluster: databaseCluster,
  aws_rds_cluster_instance: databaseInstance,
  aws_elasticache_replication_group: cache,
  aws_s3_bucket: bucket,
  aws_dynamodb_table: ({ args }, { usage }) =>
    argument(args, "billing_mode") === "PAY_PER_REQUEST"
      ? [
          {
            what: "writes, millions",
            quantity: always(usage.lockWrites / MILLION),
            price: "dynamoWrites",
          },
        ]
      : "there is no price for provisioned capacity",
};
