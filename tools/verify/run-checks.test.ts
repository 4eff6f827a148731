import { describe, expect, it } from "vitest";
import type { Check } from "./checks.ts";
import { describe as lineOf, runChecks } from "./run-checks.ts";

const check = (name: string, script: string): Check => ({
  name,
  command: process.execPath,
  args: ["-e", script],
  folder: ".",
});

describe("runChecks", () => {
  it("runs every check, even after one failed, and reports each as it ends", async () => {
    const checks = [
      check("first", "process.exitCode = 2"),
      check("second", ""),
      check("third", ""),
      check("fourth", ""),
    ];
    const reported: string[] = [];
    const results = await runChecks(process.cwd(), checks, ({ name }) => reported.push(name));
    const passed = results.filter((result) => result.passed).map(({ name }) => name);
    expect(passed.toSorted()).toEqual(["fourth", "second", "third"]);
    expect(reported).toEqual(results.map(({ name }) => name));
    expect(results).toHaveLength(4);
  });
});

describe("the line of a check", () => {
  const result = { name: "lint", seconds: 1.26, output: "a.ts: no\n" };

  it("is all there is when it passed", () => {
    expect(lineOf({ ...result, passed: true })).toMatch(/^ok +lint +1\.3 s$/);
  });

  it("is followed by the program's own words when it failed", () => {
    expect(lineOf({ ...result, passed: false })).toMatch(/^FAIL +lint +1\.3 s\na\.ts: no\n$/);
  });
});
