import { blocks, numberOf } from "../inventory/arguments.ts";
import type { Instance } from "../inventory/instance.ts";
import type { Inventory } from "../inventory/inventory.ts";
import { textOf } from "../inventory/value.ts";
import type { Part, Side } from "./model.ts";

export const PEOPLE = "people";
export const OUTSIDE = "outside";

type Describe = (instance: Instance, inventory: Inventory) => Omit<Part, "id" | "side">;

const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? "" : "s"}`;
const span = (low: number | undefined, high: number | undefined): string =>
  low === high ? `${low ?? "?"}` : `${low ?? "?"}-${high ?? "?"}`;

const SERVICE_NAMES: Readonly<Record<string, string>> = { frontend: "Page", backend: "API" };

const service: Describe = (instance, inventory) => {
  const [target] = inventory.referring(instance, "aws_appautoscaling_target", "resource_id");
  const [task] = inventory.targets(instance, "task_definition");
  const desired = numberOf(instance.args, "desired_count");
  const tasks = span(
    (target && numberOf(target.args, "min_capacity")) ?? desired,
    (target && numberOf(target.args, "max_capacity")) ?? desired,
  );
  const cpu = (task && numberOf(task.args, "cpu")) ?? 0;
  const memory = (task && numberOf(task.args, "memory")) ?? 0;
  return {
    name: `${SERVICE_NAMES[instance.name] ?? instance.name} on Fargate`,
    detail: `${tasks} tasks, ${cpu / 1024} vCPU, ${memory / 1024} GB`,
  };
};

const database: Describe = (instance, inventory) => {
  const all = inventory.referring(instance, "aws_rds_cluster_instance", "cluster_identifier");
  const scaling = "serverlessv2_scaling_configuration";
  const low = numberOf(instance.args, `${scaling}.min_capacity`);
  const high = numberOf(instance.args, `${scaling}.max_capacity`);
  return {
    name: "Aurora PostgreSQL",
    detail: `${count(all.length, "instance")}, ${span(low, high)} ACU`,
  };
};

const cache: Describe = ({ args }) => ({
  name: "Redis",
  detail: `${count(numberOf(args, "num_cache_clusters") ?? 1, "node")}, ${textOf(args["node_type"])}`,
});

const edge: Describe = (instance, inventory) => {
  const [firewall] = inventory.targets(instance, "web_acl_id");
  const rules = firewall === undefined ? 0 : blocks(firewall.args, "rule").length;
  const detail = rules === 0 ? "no firewall" : `firewall with ${count(rules, "rule")}`;
  return { name: "CloudFront", detail };
};

const topic: Describe = (instance, inventory) => {
  const alarms = inventory.referring(instance, "aws_cloudwatch_metric_alarm", "alarm_actions");
  return { name: "Alerts", detail: `${count(alarms.length, "alarm")} and a budget` };
};

/** What is drawn, by the type of its resource. */
const DRAWN: Readonly<Record<string, readonly [Side, Describe]>> = {
  aws_cloudfront_distribution: ["edge", edge],
  aws_lb: ["public", () => ({ name: "Load balancer", detail: "in every zone" })],
  aws_ecs_service: ["private", service],
  aws_rds_cluster: ["store", database],
  aws_elasticache_replication_group: ["store", cache],
  aws_guardduty_malware_protection_plan: [
    "region",
    () => ({ name: "GuardDuty", detail: "scans every upload" }),
  ],
  aws_sns_topic: ["region", topic],
};

/** Everything that talks or is talked to. Of the buckets, only the one that people send to. */
export function partsOf(inventory: Inventory): readonly Part[] {
  const people: Part = { id: PEOPLE, name: "People", detail: "in a browser", side: "internet" };
  const drawn = inventory.instances.flatMap((instance) => {
    const [side, describe] = DRAWN[instance.type] ?? [];
    if (side === undefined || describe === undefined) return [];
    return [{ id: instance.address, side, ...describe(instance, inventory) }];
  });
  const buckets = uploadBuckets(inventory).map(
    ({ address }): Part => ({ id: address, name: "S3", detail: "uploads", side: "region" }),
  );
  const outside: readonly Part[] =
    inventory.ofType("aws_nat_gateway").length === 0
      ? []
      : [{ id: OUTSIDE, name: "Gemini, OpenAI, AWS", detail: "on the Internet", side: "internet" }];
  return [people, ...drawn, ...buckets, ...outside];
}

/** The buckets that browsers may send to. */
export const uploadBuckets = (inventory: Inventory): readonly Instance[] =>
  inventory
    .ofType("aws_s3_bucket")
    .filter((bucket) => inventory.referring(bucket, "aws_s3_bucket_cors_configuration").length > 0);
