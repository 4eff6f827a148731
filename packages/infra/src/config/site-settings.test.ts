import { describe, expect, it } from "vitest";
import { domainZoneFault, siteDomain } from "./domain-name.ts";
import { readSettings } from "./settings.ts";

const dev = (own: object) => readSettings({ environments: { dev: own } }, "infra.json");

describe("the article's domain", () => {
  it.each(["", "your-domain.com", "staging.your-domain.com"])("is none: %s", (name) => {
    expect(siteDomain(name)).toBeUndefined();
    expect(domainZoneFault(name, undefined)).toBeUndefined();
  });

  it("is not every domain that ends alike", () => {
    expect(siteDomain("not-your-domain.com")).toBe("not-your-domain.com");
  });
});

describe("the services", () => {
  it("have the article's sizes and counts", () => {
    expect(readSettings({}, "infra.json").environments.dev.services).toMatchObject({
      frontend: { cpu: 256, memory: 512, minTasks: 2, maxTasks: 5 },
      backend: { cpu: 1024, memory: 2048, minTasks: 2, maxTasks: 10 },
    });
  });

  it("keep what an owner does not mention", () => {
    const { services } = dev({ services: { backend: { maxTasks: 20 } } }).environments.dev;
    expect(services.backend).toEqual({ cpu: 1024, memory: 2048, minTasks: 2, maxTasks: 20 });
  });

  it("are released by blue/green in prod alone", () => {
    const { dev: first, staging, prod } = readSettings({}, "infra.json").environments;
    expect([first, staging, prod].map(({ services }) => services.deployment)).toEqual([
      "rolling",
      "rolling",
      "blue-green",
    ]);
  });
});

describe("a wrong setting of the site is refused with its value and the fix:", () => {
  const backend = (own: object) => ({ services: { backend: own } });

  it.each([
    ["no task", backend({ minTasks: 0 }), /backend.minTasks: 0 tasks serve nobody: use 1 or more/],
    [
      "more tasks than the most",
      backend({ minTasks: 11 }),
      /minTasks: 11 is more than the 10 of maxTasks/,
    ],
    ["a size there is not", backend({ memory: 1024 }), /memory: 1024 MiB .* use 2048 to 8192/],
    ["a tag that is none", { services: { imageTag: "a b" } }, /imageTag: "a b" is not the tag/],
    [
      "a way to deploy there is not",
      { services: { deployment: "big" } },
      /"big" is not one of rolling, blue-green/,
    ],
    [
      "a way to move traffic there is not",
      { services: { trafficShift: "CodeDeployDefault.OneAtATime" } },
      /trafficShift: "CodeDeployDefault.OneAtATime" is no deployment configuration .*; use one of/,
    ],
    [
      "a domain too long for a certificate",
      { domainName: `${"a".repeat(50)}.example.com`, hostedZoneId: "Z1" },
      /domainName: "a.*" makes "origin.a.*" .* use a domain of at most 57/,
    ],
    [
      "a domain without a zone",
      { domainName: "a.example.com" },
      /"a.example.com" needs a zone .*: set hostedZoneId/,
    ],
    [
      "a zone without a domain",
      { hostedZoneId: "Z1" },
      /"Z1" is the zone of no domain: set domainName/,
    ],
    ["a zone that is none", { hostedZoneId: "/hostedzone/Z1" }, /is not the id of a zone/],
    [
      "a rate that locks people out",
      { cdn: { requestsPerAddress: 10 } },
      /10 requests .* use 100 or more/,
    ],
    [
      "a URL as repository",
      { pipeline: { repository: "https://x/a/b" } },
      /write its owner and name/,
    ],
    [
      "a project whose load balancer has too long a name",
      { projectName: "a".repeat(25) },
      /"a+-dev-alb" the name of the load balancer, which has 33 characters of at most 32: use at most 24/,
    ],
  ])("%s", (_, own, sentence) => {
    expect(() => dev(own)).toThrow(sentence);
  });
});
