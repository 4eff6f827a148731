import { describe, expect, it } from "vitest";
import { environment } from "../testing/stacks.ts";

const dev = environment("dev");

describe("an environment's root", () => {
  it("asks for the article's providers, and names the one that the article forgot", () => {
    expect(dev.root.terraform?.["required_providers"]).toEqual({
      aws: { source: "hashicorp/aws", version: "~> 5.0" },
      random: { source: "hashicorp/random", version: "~> 3.0" },
    });
    expect(dev.root.terraform?.["required_version"]).toBe(">= 1.0");
  });

  it("keeps its state in the article's bucket, encrypted and locked, under the article's key", () => {
    expect(dev.root.terraform?.["backend"]).toEqual({
      s3: {
        bucket: "your-terraform-state-bucket-unique-name",
        key: "caption-generator/terraform.tfstate",
        region: "us-east-1",
        encrypt: true,
        dynamodb_table: "terraform-state-locks",
      },
    });
  });

  it("keeps its state where the owner says", () => {
    const state = { bucket: "our-states", region: "eu-west-1", lockTable: "our-locks" };
    const { root } = environment("prod", { state });
    expect(root.terraform?.["backend"]).toMatchObject({
      s3: { bucket: "our-states", region: "eu-west-1", dynamodb_table: "our-locks" },
    });
  });

  it("has the article's variables and the images' tag, of which the environment alone has no default", () => {
    const { variable = {} } = dev.root;
    const required = Object.entries(variable).filter(
      ([, { default: value }]) => value === undefined,
    );
    expect(Object.keys(variable)).toHaveLength(6);
    expect(required.map(([name]) => name)).toEqual(["environment"]);
  });

  it("has their values in a file, so that nothing is asked for at deployment", () => {
    expect(environment("staging").values).toEqual({
      aws_region: "us-east-1",
      project_name: "caption-generator",
      environment: "staging",
      vpc_cidr: "10.0.0.0/16",
      domain_name: "staging.your-domain.com",
    });
  });

  it("tags all that is made with project, environment and maker", () => {
    expect(dev.root.provider?.["aws"]).toEqual([
      {
        region: `\${var.aws_region}`,
        default_tags: [
          {
            tags: {
              Project: "caption-generator",
              Environment: `\${var.environment}`,
              ManagedBy: "terraform",
            },
          },
        ],
      },
    ]);
  });

  it("gives the network the first three zones there are", () => {
    expect(dev.root.module?.["networking"]?.["availability_zones"]).toBe(
      `\${slice(data.aws_availability_zones.available.names, 0, 3)}`,
    );
  });

  it("gives the network as many zones as the owner says", () => {
    const { root } = environment("prod", { environments: { prod: { zones: 2 } } });
    expect(root.module?.["networking"]?.["availability_zones"]).toMatch(/, 0, 2\)\}$/);
  });

  it.each(["rds", "elasticache"])("puts %s into the private subnets, after the network", (name) => {
    expect(dev.root.module?.[name]).toMatchObject({
      vpc_id: `\${module.networking.vpc_id}`,
      private_subnets: `\${module.networking.private_subnet_ids}`,
      depends_on: ["module.networking"],
    });
  });
});
