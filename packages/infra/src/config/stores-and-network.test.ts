import { describe, expect, it } from "vitest";
import { readSettings } from "./settings.ts";

const read = (own: object) => readSettings({ environments: { prod: own } }, "infra.json");
const FOR_TASKS = ["ecr.api", "ecr.dkr", "logs", "secretsmanager", "ssm"];

describe("a setting that AWS would refuse is refused before it, with the value and the fix:", () => {
  it.each([
    [
      "a largest capacity below the smallest",
      { database: { minAcu: 4, maxAcu: 2 } },
      /maxAcu: 2 ACU at most is less than 4 ACU at least. Raise maxAcu, or lower minAcu/,
    ],
    ["a capacity between steps", { database: { minAcu: 0.7 } }, /0.7 ACU .* multiple of 0.5/],
    ["too much capacity", { database: { maxAcu: 200 } }, /maxAcu: 200 is too many; at most 128/],
    ["no capacity at all", { database: { maxAcu: 0.5 } }, /0.5 ACU is too little.* 1 or more/],
    ["a pause after a minute", { database: { pauseAfterSeconds: 60 } }, /60 seconds.*300 to 86400/],
    ["no backups", { database: { backupDays: 0 } }, /0 days of backups are too few: use 1 to 35/],
    ["a cache without nodes", { cache: { nodes: 0 } }, /0 nodes are no cache: use 1 to 6/],
    ["a type of no cache", { cache: { nodeType: "t3.micro" } }, /"t3.micro" is not a type.*"cache/],
    ["logs for a week and a day", { logRetentionDays: 8 }, /8 is not one of 1, 3, 5, 7, 14, 30/],
    ["an endpoint of nothing", { interfaceEndpoints: ["ec2"] }, /"ec2" is not one of ecr.api, /],
    ["two NAT gateways", { natGateways: "two" }, /"two" is not one of per-zone, single, none/],
    [
      "a project whose name is too long for ElastiCache",
      { projectName: "a-name-of-twenty-eight-chars" },
      /"a-name-of-twenty-eight-chars" is too long for ElastiCache.*use 27 or fewer/,
    ],
    [
      "a project with two hyphens in a row",
      { projectName: "caption--generator" },
      /"caption--generator" has two hyphens in a row, which ElastiCache refuses; use one/,
    ],
  ])("%s", (_, own, sentence) => {
    expect(() => read(own)).toThrow(sentence);
  });
});

describe("a network without NAT gateways", () => {
  it("is refused as long as tasks cannot reach what they start with", () => {
    const own = { natGateways: "none", interfaceEndpoints: ["ecr.api", "logs", "ssm"] };
    expect(() => read(own)).toThrow(
      /natGateways: "none" leaves tasks no way to ecr.dkr, secretsmanager: name these/,
    );
  });

  it("is taken with endpoints for all of that", () => {
    const { prod } = read({ natGateways: "none", interfaceEndpoints: FOR_TASKS }).environments;
    expect(prod.natGateways).toBe("none");
  });
});

it("keeps prod's reader where its owner sets another of its sizes", () => {
  const { prod } = read({ database: { maxAcu: 16 } }).environments;
  expect(prod.database).toMatchObject({ maxAcu: 16, readers: 1, protected: true });
});
