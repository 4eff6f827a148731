import { describe, expect, it } from "vitest";
import { environment } from "../../testing/stacks.ts";

function cache(name: Parameters<typeof environment>[0]) {
  const { resource = {}, output } = environment(name).module("elasticache");
  const at = (type: string, label = "main") => resource[type]?.[label] ?? {};
  return { resource, output, at, nodes: at("aws_elasticache_replication_group") };
}

const dev = cache("dev");
const prod = cache("prod");

describe("the cache", () => {
  it("is one small node of Redis, as in the article", () => {
    expect(dev.nodes).toMatchObject({
      engine: "redis",
      node_type: "cache.t3.micro",
      num_cache_clusters: 1,
      automatic_failover_enabled: false,
    });
  });

  it("is encrypted on the way and at rest", () => {
    expect(dev.nodes).toMatchObject({
      transit_encryption_enabled: true,
      at_rest_encryption_enabled: "true",
    });
  });

  it("lies in the private subnets", () => {
    expect(dev.at("aws_elasticache_subnet_group")["subnet_ids"]).toBe(`\${var.private_subnets}`);
  });

  it("is behind a security group that by itself lets nobody in and nothing out", () => {
    const { ingress, egress } = dev.at("aws_security_group", "cache");
    expect([ingress, egress]).toEqual([undefined, undefined]);
  });

  it.each(["engine", "slow"])("writes its %s log into a group that forgets", (kind) => {
    expect(dev.at("aws_cloudwatch_log_group", kind)["retention_in_days"]).toBe(30);
    expect(dev.nodes["log_delivery_configuration"]).toContainEqual({
      destination: `\${aws_cloudwatch_log_group.${kind}.name}`,
      destination_type: "cloudwatch-logs",
      log_format: "json",
      log_type: `${kind}-log`,
    });
  });
});

describe("who may speak to the cache", () => {
  const template = String(dev.at("aws_cloudformation_stack", "api_user")["template_body"]);

  it("is the API's user and nobody without a name", () => {
    expect(dev.nodes["user_group_ids"]).toEqual([
      `\${aws_elasticache_user_group.main.user_group_id}`,
    ]);
    expect(dev.at("aws_elasticache_user_group")["user_ids"]).toEqual([
      `\${aws_elasticache_user.default.user_id}`,
      `\${var.project_name}-\${var.environment}-api`,
    ]);
    expect(dev.at("aws_elasticache_user_group")["depends_on"]).toEqual([
      "aws_cloudformation_stack.api_user",
    ]);
    expect(dev.at("aws_elasticache_user", "default")["access_string"]).toBe("off ~* -@all");
  });

  it("has a password that is made in Secrets Manager and read there by CloudFormation", () => {
    expect(template).toContain('"GenerateStringKey" = "password"');
    expect(template).toContain('"{{resolve:secretsmanager:", {"Ref" = "Secret"}');
  });

  it("has no password that Terraform knows", () => {
    const all = JSON.stringify(dev.resource);
    expect(all).not.toMatch(/"auth_token"|"passwords"|random_password|secret_string/);
  });

  it("may not stop the server or empty it", () => {
    expect(template).toContain('"AccessString" = "on ~* &* +@all -@dangerous +info"');
  });
});

describe("the cache of prod", () => {
  it("has two nodes in two zones, of which one takes over from the other", () => {
    expect(prod.nodes).toMatchObject({
      num_cache_clusters: 2,
      automatic_failover_enabled: true,
      multi_az_enabled: true,
    });
  });

  it("is encrypted with a key of its own, and so are its password and its logs", () => {
    const arn = `\${aws_kms_key.main.arn}`;
    expect(prod.nodes["kms_key_id"]).toBe(arn);
    expect(prod.at("aws_cloudwatch_log_group", "slow")["kms_key_id"]).toBe(arn);
    expect(prod.at("aws_cloudformation_stack", "api_user")["template_body"]).toContain(
      '"KmsKeyId" = aws_kms_key.main.arn',
    );
  });
});

it("tells other modules where it is and which secret opens it", () => {
  expect(dev.output).toMatchObject({
    primary_endpoint: {
      value: `\${aws_elasticache_replication_group.main.primary_endpoint_address}`,
    },
    auth_secret_arn: {
      value: `\${try(aws_cloudformation_stack.api_user.outputs["SecretArn"], "")}`,
    },
  });
});
