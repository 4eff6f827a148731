import { describe, expect, it } from "vitest";
import { runTests } from "./runner.ts";
import type { Tally } from "./tally.ts";

/** Stands for a test runner that writes this report, if any, and ends with this code. */
const runnerThat = (report: Tally | undefined, code: number) => ({
  name: "A runner",
  command: process.execPath,
  cwd: process.cwd(),
  args: (file: string) => [
    "-e",
    "const [file, text, code] = process.argv.slice(1); if (text) require('node:fs').writeFileSync(file, text); process.exitCode = Number(code);",
    file,
    report === undefined ? "" : JSON.stringify(report),
    String(code),
  ],
  env: () => ({}),
  tally: (read: Tally) => read,
});

describe("runTests", () => {
  it("counts what the report says", async () => {
    const report = { passed: 4, failed: 1, skipped: ["a"] };
    expect(await runTests(runnerThat(report, 1))).toEqual(report);
  });

  it("counts a runner that leaves no report as one failed test", async () => {
    expect(await runTests(runnerThat(undefined, 0))).toEqual({ passed: 0, failed: 1, skipped: [] });
  });

  it("does not believe a report without failures when the runner failed", async () => {
    const report = { passed: 4, failed: 0, skipped: [] };
    expect(await runTests(runnerThat(report, 1))).toEqual({ ...report, failed: 1 });
  });
});
