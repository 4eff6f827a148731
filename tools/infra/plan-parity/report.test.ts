import { describe, expect, it } from "vitest";
import type { Finding } from "./finding.ts";
import { report } from "./report.ts";

const text = (...findings: Finding[]) => report({ planned: "ours", findings });

describe("the report of a proof", () => {
  it("has a line for each unchanged resource, and counts them", () => {
    const lines = text({ kind: "unchanged", address: "module.networking.aws_vpc.main" });
    expect(lines).toContain("unchanged module.networking.aws_vpc.main");
    expect(lines).toContain("1 of the article's 1 resources unchanged, 0 additions, 0 wrong");
  });

  it("names the arguments that differ with both values, after all that is well", () => {
    const differences = [{ argument: "cidr_block", article: "10.0.0.0/16", ours: undefined }];
    const lines = text(
      { kind: "differs", address: "aws_vpc.a", differences },
      { kind: "unchanged", address: "aws_vpc.b" },
    ).split("\n");
    expect(lines.slice(2, 4)).toEqual([
      "  DIFFERS aws_vpc.a",
      '    cidr_block: article "10.0.0.0/16", ours nothing',
    ]);
    expect(lines.at(-1)).toContain(
      "1 of the article's 2 resources unchanged, 0 additions, 1 wrong",
    );
  });

  it("gives the reason of a declared difference", () => {
    const differences = [{ argument: "egress", article: 1, ours: 2, reason: "Less is open." }];
    expect(text({ kind: "deviates", address: "aws_security_group.a", differences })).toContain(
      "egress: article 1, ours 2\n      Less is open.",
    );
  });

  it("gives a reason once that several differences of a resource share", () => {
    const differences = ["tcp", "udp"].map((ours) => ({
      argument: "egress",
      article: undefined,
      ours,
      reason: "Less is open.",
    }));
    const lines = text({ kind: "deviates", address: "aws_security_group.a", differences });
    expect(lines.match(/Less is open\./g)).toHaveLength(1);
  });

  it("does not count an addition among the article's", () => {
    expect(text({ kind: "addition", address: "a.b" })).toContain("article's 0 resources");
  });
});
