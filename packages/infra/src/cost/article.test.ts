import { describe, expect, it } from "vitest";
import { inventoryOf } from "../inventory/inventory-of.ts";
import { besideArticle } from "./article.ts";
import { ASSUMED } from "./assumptions.ts";
import { estimate } from "./estimate.ts";

function service(name: string, cpu: number, memory: number, most: number, architecture: string) {
  return {
    [`aws_ecs_task_definition.${name}`]: {
      cpu: String(cpu),
      memory: String(memory),
      runtime_platform: { cpu_architecture: architecture },
    },
    [`aws_ecs_service.${name}`]: {
      task_definition: `\${aws_ecs_task_definition.${name}.arn}`,
      desired_count: 2,
    },
    [`aws_appautoscaling_target.${name}`]: {
      resource_id: `service/\${aws_ecs_cluster.main.name}/\${aws_ecs_service.${name}.name}`,
      min_capacity: 2,
      max_capacity: most,
    },
  };
}

/** A stack of the sizes in the article's table. */
const sizes = (architecture: string) =>
  inventoryOf({
    "aws_ecs_cluster.main": {},
    ...service("frontend", 256, 512, 5, architecture),
    ...service("backend", 1024, 2048, 10, architecture),
    "aws_rds_cluster.main": {
      serverlessv2_scaling_configuration: { min_capacity: 0.5, max_capacity: 4 },
    },
    "aws_rds_cluster_instance.main": { cluster_identifier: `\${aws_rds_cluster.main.id}` },
    "aws_elasticache_replication_group.main": {
      node_type: "cache.t3.micro",
      num_cache_clusters: 1,
    },
    "aws_lb.main": { subnets: ["a", "b", "c"] },
    "aws_cloudfront_distribution.main": {},
    "aws_s3_bucket.uploads": {},
  });

const table = (architecture: string) => besideArticle(estimate(sizes(architecture), ASSUMED));
const total = (spans: readonly ({ low: number; high: number } | undefined)[]) => [
  spans.reduce((all, span) => all + (span?.low ?? 0), 0),
  spans.reduce((all, span) => all + (span?.high ?? 0), 0),
];

describe("the article's cost table", () => {
  it("sums up to what the article says", () => {
    expect(total(table("ARM64").map(({ article }) => article))).toEqual([243, 813]);
  });

  it.each(table("ARM64"))("is met within a fifth: $service", ({ article, ours }) => {
    expect(Math.abs((ours?.low ?? 0) / article.low - 1)).toBeLessThanOrEqual(0.2);
    expect(Math.abs((ours?.high ?? 0) / article.high - 1)).toBeLessThanOrEqual(0.2);
  });

  it("is met within a tenth in all", () => {
    const [low = 0, high = 0] = total(table("ARM64").map(({ ours }) => ours));
    expect(Math.abs(low / 243 - 1)).toBeLessThan(0.1);
    expect(Math.abs(high / 813 - 1)).toBeLessThan(0.1);
  });

  it("needs no word where a line is near", () => {
    expect(table("ARM64").flatMap(({ explanation }) => explanation ?? [])).toEqual([]);
  });

  it("explains that x86 costs more than the article counted", () => {
    const explained = table("X86_64").filter(({ explanation }) => explanation !== undefined);
    expect(explained.map(({ service: name }) => name)).toEqual([
      "ECS Fargate (frontend)",
      "ECS Fargate (backend)",
    ]);
    expect(explained[0]?.explanation).toContain(
      "vCPU of its tasks: 0.5-1.25 at 0.04048 USD per vCPU-hour",
    );
    expect(explained[0]?.explanation).toContain("the price of Arm");
  });

  it("explains that two instances of the database cost twice as much", () => {
    const two = inventoryOf({
      "aws_rds_cluster.main": {
        serverlessv2_scaling_configuration: { min_capacity: 0.5, max_capacity: 4 },
      },
      "aws_rds_cluster_instance.main": {
        count: 2,
        cluster_identifier: `\${aws_rds_cluster.main.id}`,
      },
    });
    const row = besideArticle(estimate(two, ASSUMED)).find(({ ours }) => ours !== undefined);
    expect(row?.explanation).toContain("capacity, ACU: 1-8 at 0.12 USD per ACU-hour");
  });
});
