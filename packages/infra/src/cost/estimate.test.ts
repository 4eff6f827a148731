import { describe, expect, it } from "vitest";
import { inventoryOf } from "../inventory/inventory-of.ts";
import type { JsonObject } from "../terraform/configuration.ts";
import { ASSUMED } from "./assumptions.ts";
import { costOf, estimate } from "./estimate.ts";

type Resources = Readonly<Record<string, JsonObject>>;

const estimated = (resources: Resources, usage = {}) =>
  estimate(inventoryOf(resources), { ...ASSUMED, ...usage });

/** What one of the lines costs at its least and most. */
function cost(resources: Resources, what: string, usage = {}) {
  const line = estimated(resources, usage).lines.find((each) => each.what === what);
  const { low, high } = line === undefined ? { low: Number.NaN, high: Number.NaN } : costOf(line);
  return [low, high].map((usd) => Number(usd.toFixed(2)));
}

const database = (capacity: JsonObject, more: JsonObject = {}): Resources => ({
  "aws_rds_cluster.main": { serverlessv2_scaling_configuration: capacity, ...more },
  "aws_rds_cluster_instance.writer": { cluster_identifier: `\${aws_rds_cluster.main.id}` },
});

describe("an estimate", () => {
  it("names a resource that it has no price for", () => {
    const { unpriced } = estimated({ "aws_msk_cluster.main": {} });
    expect(unpriced).toEqual([
      { address: "aws_msk_cluster.main", why: "there is no price for aws_msk_cluster" },
    ]);
  });

  it("names what has a size without a price", () => {
    const { unpriced, total } = estimated({
      "aws_elasticache_replication_group.main": { node_type: "cache.x9.huge" },
    });
    expect(unpriced[0]?.why).toBe("there is no price for nodes of type cache.x9.huge");
    expect(total).toEqual({ low: 0, high: 0 });
  });

  it("names what is there a number of times that cannot be known", () => {
    const { unpriced } = estimated({ "aws_eip.nat": { count: `\${length(data.a.b.names)}` } });
    expect(unpriced[0]?.why).toContain("known only when it is applied");
  });

  it("names a service whose tasks it cannot count", () => {
    const { unpriced } = estimated({
      "aws_ecs_task_definition.api": { cpu: "256", memory: "512" },
      "aws_ecs_service.api": { task_definition: `\${aws_ecs_task_definition.api.arn}` },
    });
    expect(unpriced[0]?.why).toContain("neither desired_count nor autoscaling");
  });

  it("lists what is free, and no sums for it", () => {
    const { free, lines } = estimated({ "aws_iam_role.task": {} });
    expect(free).toEqual(["aws_iam_role.task"]);
    expect(lines).toEqual([]);
  });

  it("counts the instances of a resource together", () => {
    expect(cost({ "aws_nat_gateway.main": { count: 3 } }, "NAT gateways")).toEqual([98.55, 98.55]);
  });

  it("spreads the same traffic over however many NAT gateways there are", () => {
    const one = cost({ "aws_nat_gateway.main": { count: 1 } }, "traffic through them, GB");
    const three = cost({ "aws_nat_gateway.main": { count: 3 } }, "traffic through them, GB");
    expect(three).toEqual(one);
  });

  it("goes from the database's least to its most capacity", () => {
    const least = database({ min_capacity: 0.5, max_capacity: 4 });
    expect(cost(least, "capacity, ACU")).toEqual([43.8, 350.4]);
  });

  it("changes when the database's capacity does", () => {
    const more = database({ min_capacity: 1, max_capacity: 8 });
    expect(cost(more, "capacity, ACU")).toEqual([87.6, 700.8]);
  });

  it("charges nothing at least for a database that may pause", () => {
    expect(cost(database({ min_capacity: 0, max_capacity: 2 }), "capacity, ACU")[0]).toBe(0);
  });

  it("takes I/O in with the price of capacity where the storage is optimised for it", () => {
    const optimised = database(
      { min_capacity: 1, max_capacity: 1 },
      { storage_type: "aurora-iopt1" },
    );
    expect(cost(optimised, "capacity, ACU")).toEqual([113.88, 113.88]);
    expect(cost(optimised, "I/O, millions")).toEqual([Number.NaN, Number.NaN]);
  });

  it("counts a replica of the cache as a node", () => {
    const group = { node_type: "cache.t3.micro", num_node_groups: 1, replicas_per_node_group: 1 };
    const nodes = cost(
      { "aws_elasticache_replication_group.main": group },
      "nodes, cache.t3.micro",
    );
    expect(nodes).toEqual([24.82, 24.82]);
  });

  it("charges disk of a task beyond the 20 GB it comes with", () => {
    const resources = {
      "aws_ecs_task_definition.api": {
        cpu: "256",
        memory: "512",
        ephemeral_storage: { size_in_gib: 30 },
      },
      "aws_ecs_service.api": {
        task_definition: `\${aws_ecs_task_definition.api.arn}`,
        desired_count: 1,
      },
    };
    expect(cost(resources, "disk of its tasks, GB")).toEqual([0.81, 0.81]);
  });

  it("charges an interface endpoint in each zone, and none of a gateway", () => {
    const endpoint = { vpc_endpoint_type: "Interface", subnet_ids: ["a", "b"] };
    expect(cost({ "aws_vpc_endpoint.ecr": endpoint }, "endpoint, one a zone")).toEqual([
      14.6, 14.6,
    ]);
    expect(estimated({ "aws_vpc_endpoint.s3": {} }).free).toEqual(["aws_vpc_endpoint.s3"]);
  });

  it("charges a firewall by its rules", () => {
    const acl = { rule: [{ name: "a" }, { name: "b" }] };
    expect(cost({ "aws_wafv2_web_acl.main": acl }, "rules")).toEqual([2, 2]);
  });

  it("charges an alarm on an expression for each metric in it", () => {
    const query = (id: string) => ({ id, metric: { metric_name: id } });
    const alarm = { metric_query: [query("a"), query("b"), { id: "c", expression: "a/b" }] };
    expect(cost({ "aws_cloudwatch_metric_alarm.x": alarm }, "metrics watched")).toEqual([0.2, 0.2]);
  });

  it("follows what is assumed of the use", () => {
    const plan = { "aws_guardduty_malware_protection_plan.uploads": {} };
    const what = "objects scanned, thousands";
    expect(cost(plan, what, { uploads: 1_000_000 })).toEqual([215, 215]);
  });

  it("charges the network's log by the flows, and a task's by the requests", () => {
    const resources = {
      "aws_cloudwatch_log_group.flows": {},
      "aws_flow_log.vpc": { log_destination: `\${aws_cloudwatch_log_group.flows.arn}` },
      "aws_cloudwatch_log_group.api": {},
      "aws_ecs_task_definition.api": {
        container_definitions: `\${jsonencode([{ log = aws_cloudwatch_log_group.api.name }])}`,
      },
    };
    const written = estimated(resources, { flowLogsGb: 2, logsGb: 3 }).lines.filter(
      ({ price }) => price === "logsIn",
    );
    expect(written.map(({ quantity }) => quantity.low)).toEqual([3, 2]);
  });

  it("charges what a template makes, and names what it has no price for", () => {
    const stack = (type: string) => ({
      "aws_cloudformation_stack.x": {
        template_body: JSON.stringify({ Resources: { A: { Type: type } } }),
      },
    });
    expect(cost(stack("AWS::SecretsManager::Secret"), "secrets")).toEqual([0.4, 0.4]);
    const [other] = estimated(stack("AWS::EC2::Instance")).unpriced;
    expect(other?.why).toBe("there is no price for AWS::EC2::Instance in its template");
  });

  it("sums up what its lines cost", () => {
    const { total, lines } = estimated({ "aws_lb.main": { subnets: ["a"] }, "aws_eip.a": {} });
    const sum = lines.map(costOf).reduce((all, { high }) => all + high, 0);
    expect(total.high).toBeCloseTo(sum, 6);
  });
});
