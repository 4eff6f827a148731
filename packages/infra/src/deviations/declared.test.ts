import { describe, expect, it } from "vitest";
import type { Environment } from "../config/environment-config.ts";
import { readSettings } from "../config/settings.ts";
import { environment } from "../testing/stacks.ts";
import { declaredDeviations } from "./declared.ts";

function argumentsOf(name: Environment, owner: unknown = {}) {
  const { environments, state } = readSettings(owner, "infra.json");
  return declaredDeviations(environments[name], state).map(({ argument }) => argument);
}

describe("the deviations from the article", () => {
  it("are none in dev", () => {
    expect(argumentsOf("dev")).toEqual([]);
  });

  it("are the same in staging and prod, but that staging can be taken down with what is in it", () => {
    expect(argumentsOf("staging").filter((argument) => argument !== "force_destroy")).toEqual(
      argumentsOf("prod"),
    );
    expect(argumentsOf("staging")).toContain("force_destroy");
  });

  it("have a reason each, and one entry an argument", () => {
    const { environments, state } = readSettings({}, "infra.json");
    const all = declaredDeviations(environments.prod, state);
    const places = all.map(({ address, argument }) => `${address} ${argument}`);
    expect(new Set(places).size).toBe(places.length);
    for (const { reason } of all) expect(reason).toMatch(/^[A-Z].{20,}\.$/u);
  });

  it("list what the owner set otherwise, in dev too", () => {
    const owner = { state: { bucket: "our-states" }, environments: { dev: { zones: 2 } } };
    expect(argumentsOf("dev", owner)).toEqual(["bucket", "availability_zones"]);
  });
});

describe("prod", () => {
  const prod = environment("prod", {
    environments: { prod: { domainName: "captions.example", hostedZoneId: "Z1" } },
  });
  const uploads = prod.module("s3").resource ?? {};
  const groups = prod.module("networking").resource?.["aws_security_group"] ?? {};
  const ports = (name: string) =>
    ((groups[name]?.["egress"] ?? []) as { from_port: number; to_port: number }[]).map(
      ({ from_port, to_port }) => [from_port, to_port],
    );

  it("removes the versions that an expired upload leaves behind", () => {
    const rule = uploads["aws_s3_bucket_lifecycle_configuration"]?.["uploads"]?.["rule"];
    expect(rule).toMatchObject([
      { filter: [{ prefix: "" }], noncurrent_version_expiration: [{ noncurrent_days: 1 }] },
    ]);
  });

  it("takes uploads from the page's own domain, with PUT alone", () => {
    const rule = uploads["aws_s3_bucket_cors_configuration"]?.["uploads"]?.["cors_rule"];
    expect(rule).toMatchObject([
      { allowed_origins: ["https://captions.example"], allowed_methods: ["PUT"] },
    ]);
  });

  it("lets the load balancer reach page and API only", () => {
    expect(ports("alb")).toEqual([
      [3000, 3000],
      [5000, 5000],
    ]);
  });

  it("lets the tasks reach HTTPS, the database and the cache only", () => {
    expect(ports("ecs_tasks")).toEqual([
      [443, 443],
      [5432, 5432],
      [6379, 6379],
    ]);
  });
});
