import { describe, expect, it } from "vitest";
import { inventoryOf } from "../inventory/inventory-of.ts";
import type { JsonObject } from "../terraform/configuration.ts";
import { asMermaid } from "./mermaid.ts";
import { OUTSIDE, PEOPLE } from "./parts.ts";
import { pictureOf } from "./picture.ts";
import { asSvg } from "./svg.ts";

const NETWORK: Readonly<Record<string, JsonObject>> = {
  "aws_vpc.main": { cidr_block: "10.0.0.0/16" },
  "aws_internet_gateway.main": {},
  "aws_subnet.public": { cidr_block: "10.0.0.0/24", availability_zone: "a" },
  "aws_subnet.private": { cidr_block: "10.0.10.0/24", availability_zone: "a" },
  "aws_nat_gateway.main": { subnet_id: `\${aws_subnet.public.id}` },
  "aws_route_table.public": { route: { gateway_id: `\${aws_internet_gateway.main.id}` } },
  "aws_route_table.private": { route: { nat_gateway_id: `\${aws_nat_gateway.main.id}` } },
  "aws_route_table_association.public": {
    subnet_id: `\${aws_subnet.public.id}`,
    route_table_id: `\${aws_route_table.public.id}`,
  },
  "aws_route_table_association.private": {
    subnet_id: `\${aws_subnet.private.id}`,
    route_table_id: `\${aws_route_table.private.id}`,
  },
};

const SERVICE: Readonly<Record<string, JsonObject>> = {
  "aws_lb.main": {},
  "aws_lb_listener.http": {
    load_balancer_arn: `\${aws_lb.main.arn}`,
    default_action: { target_group_arn: `\${aws_lb_target_group.api.arn}` },
  },
  "aws_lb_target_group.api": {},
  "aws_security_group.tasks": {},
  "aws_security_group.store": {},
  "aws_ecs_task_definition.api": {
    cpu: "1024",
    memory: "2048",
    container_definitions: `\${jsonencode([{ host = aws_rds_cluster.main.endpoint, secrets = ["GEMINI_API_KEY"] }])}`,
  },
  "aws_ecs_service.backend": {
    desired_count: 2,
    task_definition: `\${aws_ecs_task_definition.api.arn}`,
    load_balancer: { target_group_arn: `\${aws_lb_target_group.api.arn}`, container_port: 5000 },
    network_configuration: { security_groups: [`\${aws_security_group.tasks.id}`] },
  },
  "aws_rds_cluster.main": { vpc_security_group_ids: [`\${aws_security_group.store.id}`] },
};

const RULE: Readonly<Record<string, JsonObject>> = {
  "aws_vpc_security_group_ingress_rule.store": {
    security_group_id: `\${aws_security_group.store.id}`,
    referenced_security_group_id: `\${aws_security_group.tasks.id}`,
  },
};

const picture = (...parts: readonly Readonly<Record<string, JsonObject>>[]) =>
  pictureOf("prod", inventoryOf(Object.assign({}, ...parts)));
const talk = (to: string, ...parts: readonly Readonly<Record<string, JsonObject>>[]) =>
  picture(...parts)
    .talks.filter((each) => each.to === to)
    .map(({ from, how }) => [from, how]);

describe("the picture of a stack", () => {
  it("tells public subnets from private ones by their routes", () => {
    expect(picture(NETWORK).zones).toEqual([
      { publicRange: "10.0.0.0/24", privateRange: "10.0.10.0/24", nat: true },
    ]);
  });

  it("sends people to the load balancer where there is no CloudFront", () => {
    expect(talk("aws_lb.main", SERVICE)).toEqual([[PEOPLE, "HTTPS"]]);
  });

  it("sends people to CloudFront, and CloudFront to the load balancer that asks for its secret", () => {
    const edge = {
      "random_id.secret": {},
      "aws_cloudfront_distribution.main": {
        origin: { custom_header: { value: `\${random_id.secret.hex}` } },
      },
      "aws_lb_listener_rule.api": {
        listener_arn: `\${aws_lb_listener.http.arn}`,
        condition: { http_header: { values: [`\${random_id.secret.hex}`] } },
      },
    };
    expect(talk("aws_lb.main", SERVICE, edge)).toEqual([
      ["aws_cloudfront_distribution.main", "with a secret header"],
    ]);
    expect(talk("aws_cloudfront_distribution.main", SERVICE, edge)).toEqual([[PEOPLE, "HTTPS"]]);
  });

  it("follows the load balancer's target groups to the services", () => {
    expect(talk("aws_ecs_service.backend", SERVICE)).toEqual([["aws_lb.main", "port 5000"]]);
  });

  it("leads from a service to a store that lets it in, and to no other", () => {
    const way = [["aws_ecs_service.backend", "TLS, port 5432"]];
    expect(talk("aws_rds_cluster.main", SERVICE, RULE)).toEqual(way);
    expect(talk("aws_rds_cluster.main", SERVICE)).toEqual([]);
  });

  it("leads to the Internet through NAT gateways, and nowhere without them", () => {
    expect(talk(OUTSIDE, NETWORK, SERVICE)).toEqual([["aws_ecs_service.backend", "NAT, HTTPS"]]);
    expect(talk(OUTSIDE, SERVICE)).toEqual([]);
  });
});

describe.each([
  ["SVG", asSvg],
  ["Mermaid", asMermaid],
])("the picture as %s", (_name, drawn) => {
  const made = drawn(picture(NETWORK, SERVICE, RULE));

  it.each([
    "VPC 10.0.0.0/16",
    "10.0.0.0/24",
    "10.0.10.0/24",
    "API on Fargate",
    "2 tasks, 1 vCPU, 2 GB",
  ])("has %s in it", (text) => {
    expect(made).toContain(text);
  });

  it("is the same text each time", () => {
    expect(drawn(picture(RULE, SERVICE, NETWORK))).toBe(made);
  });

  it("changes when a size does", () => {
    const bigger = {
      "aws_ecs_service.backend": { ...SERVICE["aws_ecs_service.backend"], desired_count: 3 },
    };
    expect(drawn(picture(NETWORK, SERVICE, RULE, bigger))).toContain("3 tasks, 1 vCPU, 2 GB");
  });
});
