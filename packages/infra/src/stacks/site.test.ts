import { describe, expect, it } from "vitest";
import { environment } from "../testing/stacks.ts";

const dev = environment("dev");
const elsewhere = environment("dev", { environments: { dev: { region: "eu-west-1" } } });

describe("the site in an environment", () => {
  it("runs the tag that a deployment names, and else the configured one", () => {
    expect(dev.root.variable?.["image_tag"]).toMatchObject({ type: "string", default: "initial" });
    expect(dev.root.module?.["ecs"]?.["image_tag"]).toBe(`\${var.image_tag}`);
  });

  it.each(["staging", "prod"] as const)("is not deployed to %s without a tag", (name) => {
    expect(environment(name).root.variable?.["image_tag"]).not.toHaveProperty("default");
  });

  it("has the tag that an owner has configured", () => {
    const own = { environments: { staging: { services: { imageTag: "stable" } } } };
    const { root } = environment("staging", own);
    expect(root.variable?.["image_tag"]).toMatchObject({ default: "stable" });
  });

  it("joins CloudFront and load balancer by name and secret", () => {
    expect(dev.root.module?.["ecs"]?.["origin_secret"]).toBe(`\${module.cloudfront.origin_secret}`);
    expect(dev.root.module?.["cloudfront"]?.["origin_domain_name"]).toBe(
      `\${module.ecs.origin_domain_name}`,
    );
  });

  it("makes CloudFront's parts in us-east-1 from wherever it is", () => {
    expect(elsewhere.root.module?.["cloudfront"]?.["providers"]).toEqual({
      aws: "aws.us_east_1",
      random: "random",
    });
    expect(elsewhere.root.provider?.["aws"]?.[1]).toMatchObject({
      alias: "us_east_1",
      region: "us-east-1",
    });
    expect(dev.root.provider?.["aws"]).toHaveLength(1);
  });

  it("has no CloudFront where it is switched off", () => {
    const { root } = environment("dev", { environments: { dev: { cdn: { enabled: false } } } });
    expect(root.module).not.toHaveProperty("cloudfront");
    expect(root.module?.["ecs"]?.["origin_secret"]).toBe("");
  });

  it("says where things are, and no secret's value", () => {
    expect(Object.keys(dev.root.output ?? {})).toEqual(
      expect.arrayContaining([
        "site_url",
        "alb_dns_name",
        "cluster_name",
        "backend_repository_url",
      ]),
    );
    expect(JSON.stringify(dev.root.output)).not.toContain("origin_secret");
  });
});
