import { describe, expect, it } from "vitest";
import type { Verdict } from "../../packages/infra/src/parity/verdict.ts";
import { isProven, reportOf } from "./static-report.ts";

const NOTHING: Verdict = { kept: [], added: [], already: [], faults: [], unseen: [] };
const differing = {
  address: "module.a.aws_vpc.main",
  status: "differs",
  differences: [{ argument: "cidr_block", article: "a", ours: undefined }],
} as const;

describe("the report of a static comparison", () => {
  it("names what is unchanged, and counts it", () => {
    const kept = [{ ...differing, status: "unchanged", differences: [] }] as const;
    const report = reportOf({ ...NOTHING, kept });
    expect(report).toContain("unchanged  module.a.aws_vpc.main");
    expect(report).toContain("1 of the HCL's elements unchanged");
  });

  it("shows both values of what differs and was not declared, in capitals", () => {
    expect(reportOf({ ...NOTHING, faults: [differing] })).toContain(
      'DIFFERS    module.a.aws_vpc.main\n    cidr_block\n      HCL:  "a"\n      ours: nothing',
    );
  });

  it("says of a declared difference that it was declared", () => {
    expect(reportOf({ ...NOTHING, kept: [differing] })).toContain(
      "differs    module.a.aws_vpc.main, as declared",
    );
  });
});

describe("a static comparison proves that two are equal", () => {
  it("when nothing differs but what was declared", () => {
    expect(isProven({ ...NOTHING, kept: [differing] })).toBe(true);
  });

  it("but not when anything else does", () => {
    expect(isProven({ ...NOTHING, faults: [differing] })).toBe(false);
  });
});
