import { describe, expect, it } from "vitest";
import { environment } from "../../testing/stacks.ts";

function boundary(own: object = {}, name: Parameters<typeof environment>[0] = "dev") {
  const { resource = {} } = environment(name, { environments: { [name]: own } }).module("boundary");
  const at = (type: string, label: string) => resource[type]?.[label] ?? {};
  return { resource, at };
}

const dev = boundary();

it("locks the security group that the VPC came with: no rule, no way", () => {
  expect(dev.at("aws_default_security_group", "locked")).toEqual({
    vpc_id: `\${var.vpc_id}`,
    tags: { Name: `\${var.project_name}-\${var.environment}-default-locked` },
  });
});

it("reaches S3 from all private subnets without a NAT gateway", () => {
  expect(dev.at("aws_vpc_endpoint", "s3")).toMatchObject({
    vpc_endpoint_type: "Gateway",
    service_name: `com.amazonaws.\${data.aws_region.current.name}.s3`,
    route_table_ids: `\${var.private_route_tables}`,
  });
});

describe("interface endpoints", () => {
  const { at } = boundary({ interfaceEndpoints: ["ecr.api", "logs"] });

  it("are there for the services that are named", () => {
    expect(at("aws_vpc_endpoint", "interface")).toMatchObject({
      for_each: `\${toset(["ecr.api", "logs"])}`,
      service_name: `com.amazonaws.\${data.aws_region.current.name}.\${each.value}`,
      private_dns_enabled: true,
      subnet_ids: `\${var.private_subnets}`,
    });
  });

  it("take HTTPS from the VPC and nothing else", () => {
    expect(at("aws_vpc_security_group_ingress_rule", "endpoints")).toMatchObject({
      cidr_ipv4: `\${var.vpc_cidr}`,
      ip_protocol: "tcp",
      from_port: 443,
      to_port: 443,
    });
    expect(at("aws_security_group", "endpoints")).not.toHaveProperty("egress");
  });

  it("are not there unasked, as each costs by the hour", () => {
    expect(dev.resource["aws_vpc_endpoint"]).not.toHaveProperty("interface");
    expect(dev.resource["aws_security_group"]).toBeUndefined();
  });
});

describe("flow logs", () => {
  it("record all connections of the VPC in a group that forgets", () => {
    expect(dev.at("aws_flow_log", "vpc")).toMatchObject({
      traffic_type: "ALL",
      log_destination: `\${aws_cloudwatch_log_group.flows.arn}`,
    });
    expect(dev.at("aws_cloudwatch_log_group", "flows")["retention_in_days"]).toBe(30);
  });

  it("are written in a role that can write there and nowhere else", () => {
    expect(dev.at("aws_iam_role_policy", "flow_logs")["policy"]).toContain(
      `"Resource" = [aws_cloudwatch_log_group.flows.arn, "\${aws_cloudwatch_log_group.flows.arn}:*"]`,
    );
  });

  it("are encrypted with a key of their own in prod", () => {
    const prod = boundary({}, "prod");
    expect(prod.at("aws_cloudwatch_log_group", "flows")["kms_key_id"]).toBe(
      `\${aws_kms_key.main.arn}`,
    );
    expect(prod.at("aws_kms_key", "main")["enable_key_rotation"]).toBe(true);
  });

  it("can be left out", () => {
    expect(boundary({ flowLogs: false }).resource).not.toHaveProperty("aws_flow_log");
  });
});
