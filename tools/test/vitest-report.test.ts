import { describe, expect, it } from "vitest";
import { tallyVitest } from "./vitest-report.ts";

const file = (status: string, ...tests: readonly [string, string][]) => ({
  name: "a.test.ts",
  status,
  assertionResults: tests.map(([fullName, state]) => ({ fullName, status: state })),
});

describe("tallyVitest", () => {
  it("counts tests over all files and names those that were not run", () => {
    const report = {
      testResults: [
        file("failed", ["a", "passed"], ["b", "failed"], ["c", "pending"]),
        file("passed", ["d", "passed"], ["e", "todo"]),
      ],
    };
    expect(tallyVitest(report)).toEqual({ passed: 2, failed: 1, skipped: ["c", "e"] });
  });

  it("counts a file that broke before its first test as one failed test", () => {
    expect(tallyVitest({ testResults: [file("failed")] }).failed).toBe(1);
  });

  it("counts a file that broke after its tests passed as failed, too", () => {
    const tally = tallyVitest({ testResults: [file("failed", ["a", "passed"])] });
    expect(tally).toEqual({ passed: 1, failed: 1, skipped: [] });
  });
});
