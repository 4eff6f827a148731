import { describe, expect, it } from "vitest";
import { tallyPlaywright } from "./playwright-report.ts";

const spec = (title: string, ...statuses: readonly string[]) => ({
  title,
  tests: statuses.map((status) => ({ status })),
});

describe("tallyPlaywright", () => {
  it("counts tests in nested suites and names those that were not run", () => {
    const report = {
      errors: [],
      suites: [
        {
          specs: [spec("a", "expected", "expected")],
          suites: [{ specs: [spec("b", "unexpected"), spec("c [needs chromium]", "skipped")] }],
        },
      ],
    };
    expect(tallyPlaywright(report)).toEqual({
      passed: 2,
      failed: 1,
      skipped: ["c [needs chromium]"],
    });
  });

  it("counts a test that passes only when tried again as failed", () => {
    const report = { errors: [], suites: [{ specs: [spec("a", "flaky")] }] };
    expect(tallyPlaywright(report)).toMatchObject({ passed: 0, failed: 1 });
  });

  it("counts an error outside of the tests as a failed one", () => {
    expect(tallyPlaywright({ errors: ["no server"], suites: [] }).failed).toBe(1);
  });
});
