import { describe, expect, it } from "vitest";
import type { Waiver } from "./waiver.ts";
import { judge, needless } from "./waiver.ts";

const finding = { check: "CKV_AWS_1", address: "module.a.aws_lb.main[0]", says: "it holds" };
const waiver: Waiver = {
  checks: ["CKV_AWS_1"],
  address: "module.a.aws_lb.main",
  reason: "It is not worth its price.",
};

describe("a waiver", () => {
  it("accepts what it names, with its reason", () => {
    expect(judge("prod", [finding], [waiver])).toEqual({
      open: [],
      waived: [{ ...finding, reason: waiver.reason }],
    });
  });

  it.each([
    { ...waiver, checks: ["CKV_AWS_2"] },
    { ...waiver, address: "module.a.aws_lb" },
    { ...waiver, stacks: ["dev"] },
  ])("accepts nothing else: %j", (other) => {
    expect(judge("prod", [finding], [other]).open).toEqual([finding]);
  });

  it("is for all that begin so with a star at its end", () => {
    expect(judge("prod", [finding], [{ ...waiver, address: "module.*" }]).open).toEqual([]);
  });

  it("is needless where nothing is found that it is for", () => {
    expect(needless({ prod: [finding] }, [waiver])).toEqual([]);
    expect(needless({ prod: [] }, [waiver])).toEqual([waiver]);
  });
});
