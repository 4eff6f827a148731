import { describe, expect, it } from "vitest";
import { isGood } from "./finding.ts";
import type { Declared, Planned } from "./judge.ts";
import { judge } from "./judge.ts";
import type { Change, ResourceChange } from "./plan-json.ts";

const VPC = "module.networking.aws_vpc.main";
const POLICY = "module.s3.aws_s3_bucket_policy.uploads";
const LIFECYCLE = "module.s3.aws_s3_bucket_lifecycle_configuration.uploads";

const NOTHING: Declared = { deviations: [], additions: [] };
const FILTER = { address: LIFECYCLE, argument: "rule.filter", reason: "The provider wants one." };

function change(address: string, given: Partial<Change>, more: Partial<ResourceChange> = {}) {
  const full = { actions: ["no-op"], before: {}, after: {}, after_unknown: {}, ...given } as const;
  return { address, mode: "managed", change: full, ...more } as ResourceChange;
}

const update = (address: string, before: unknown, after: unknown) =>
  change(address, { actions: ["update"], before, after });

const findings = (
  changes: ResourceChange[],
  declared: Declared = NOTHING,
  planned: Planned = "ours",
) => judge({ format_version: "1.2", resource_changes: changes }, planned, declared);

describe("a resource of the article", () => {
  it("is unchanged when the plan does nothing to it", () => {
    expect(findings([change(VPC, {})])).toEqual([{ kind: "unchanged", address: VPC }]);
  });

  it("differs when the plan updates it, with the values of both sides", () => {
    const one = { cidr_block: "10.0.0.0/16" };
    const other = { cidr_block: "10.1.0.0/16" };
    const differences = [{ argument: "cidr_block", article: "10.0.0.0/16", ours: "10.1.0.0/16" }];
    const expected = [{ kind: "differs", address: VPC, differences }];
    expect(findings([update(VPC, one, other)])).toEqual(expected);
    expect(findings([update(VPC, other, one)], NOTHING, "theirs")).toEqual(expected);
  });

  it("is moved when the plan takes it from another address", () => {
    const from = "aws_vpc.main";
    expect(findings([change(VPC, {}, { previous_address: from })])).toEqual([
      { kind: "moved", address: VPC, from },
    ]);
  });

  it.each([[["delete", "create"] as const], [["create", "delete"] as const]])(
    "is replaced when the plan would %s it",
    (actions) => {
      const [finding] = findings([change(VPC, { actions, before: { a: 1 }, after: { a: 2 } })]);
      expect(finding).toMatchObject({ kind: "replaced", differences: [{ argument: "a" }] });
    },
  );

  it("is missing when our plan destroys it, or theirs creates it", () => {
    const missing = [{ kind: "missing", address: VPC }];
    expect(findings([change(VPC, { actions: ["delete"] })])).toEqual(missing);
    expect(findings([change(VPC, { actions: ["create"] })], NOTHING, "theirs")).toEqual(missing);
  });

  it("is missing when the plan forgets it", () => {
    expect(findings([change(VPC, { actions: ["forget"] })])).toMatchObject([{ kind: "missing" }]);
  });
});

describe("an addition", () => {
  const declared = { ...NOTHING, additions: [POLICY] };

  it("is created by our plan and deleted by theirs", () => {
    const addition = [{ kind: "addition", address: POLICY }];
    expect(findings([change(POLICY, { actions: ["create"] })], declared)).toEqual(addition);
    expect(findings([change(POLICY, { actions: ["delete"] })], declared, "theirs")).toEqual(
      addition,
    );
  });

  it("that nobody declared is found", () => {
    expect(findings([change(POLICY, { actions: ["create"] })])).toEqual([
      { kind: "undeclared", address: POLICY },
    ]);
  });

  it("that is declared and not in the plan is found", () => {
    expect(findings([], declared)).toMatchObject([{ kind: "unseen", address: POLICY }]);
  });

  it("may be a module, with all that is in it", () => {
    const module = { ...NOTHING, additions: ["module.rds"] };
    const inside = change("module.rds.aws_rds_cluster.main", { actions: ["create"] });
    expect(findings([inside], module).map(({ kind }) => kind)).toEqual(["addition"]);
    const namesake = change("module.rds_proxy.aws_db_proxy.main", { actions: ["create"] });
    expect(findings([inside, namesake], module).map(({ kind }) => kind)).toContain("undeclared");
  });

  it("may be declared for all of its instances at once", () => {
    const changes = [0, 1].map((n) => change(`${POLICY}[${n}]`, { actions: ["create"] }));
    expect(findings(changes, declared).map(({ kind }) => kind)).toEqual(["addition", "addition"]);
  });
});

describe("a declared deviation", () => {
  const declared = { ...NOTHING, deviations: [FILTER] };
  const rule = (more: object) => ({ rule: [{ id: "cleanup", filter: [], ...more }] });

  it("explains the change of its argument, and keeps its reason", () => {
    const [finding] = findings(
      [update(LIFECYCLE, rule({}), rule({ filter: [{ prefix: "" }] }))],
      declared,
    );
    expect(finding).toMatchObject({
      kind: "deviates",
      differences: [{ argument: "rule[0].filter", reason: FILTER.reason }],
    });
  });

  it("does not explain a change beside it", () => {
    const after = rule({ filter: [{ prefix: "" }], status: "Disabled" });
    const [finding] = findings([update(LIFECYCLE, rule({ status: "Enabled" }), after)], declared);
    expect(finding).toMatchObject({ kind: "differs" });
  });

  it("does not explain another argument whose name begins as its does", () => {
    const [finding] = findings([update(LIFECYCLE, rule({}), rule({ filters: 1 }))], declared);
    expect(finding).toMatchObject({ kind: "differs" });
  });

  it("does not explain a whole block that comes beside the one it is in", () => {
    const before = rule({});
    const after = { rule: [...before.rule, { id: "versions", filter: [] }] };
    expect(findings([update(LIFECYCLE, before, after)], declared)[0]).toMatchObject({
      kind: "differs",
    });
  });

  it("of tags explains what the provider repeats in tags_all", () => {
    const tags = [{ address: VPC, argument: "tags.Name", reason: "A clearer name." }];
    const named = (Name: string) => ({ tags: { Name }, tags_all: { Name } });
    const [finding] = findings([update(VPC, named("a"), named("b"))], {
      ...NOTHING,
      deviations: tags,
    });
    expect(finding).toMatchObject({ kind: "deviates" });
  });

  it("that the plan does not show is found", () => {
    expect(findings([change(LIFECYCLE, {})], declared)).toMatchObject([
      { kind: "unchanged" },
      { kind: "unseen", what: "the declared deviation of rule.filter" },
    ]);
  });
});

describe("a plan", () => {
  it("is not judged by the data it reads", () => {
    const read = change("data.aws_availability_zones.available", { actions: ["read"] });
    expect(findings([{ ...read, mode: "data" }])).toEqual([]);
  });

  it("is good when all is unchanged, declared, or an addition", () => {
    const bad = ["differs", "replaced", "moved", "missing", "undeclared", "unseen"] as const;
    expect(bad.some((kind) => isGood({ kind, address: VPC } as never))).toBe(false);
    expect(findings([change(VPC, {})]).every(isGood)).toBe(true);
  });
});
