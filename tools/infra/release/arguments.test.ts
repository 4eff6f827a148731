import { describe, expect, it } from "vitest";
import { readReleaseArguments } from "./arguments.ts";

describe("the arguments of pnpm release", () => {
  it("name the environment: it is migrated, and alarms count", () => {
    expect(readReleaseArguments(["prod"])).toEqual({
      environment: "prod",
      ignoreAlarms: false,
      migrate: true,
    });
  });

  it("may leave out the migration and the alarms", () => {
    expect(readReleaseArguments(["prod", "--no-migration", "--ignore-alarms"])).toMatchObject({
      ignoreAlarms: true,
      migrate: false,
    });
  });

  it.each([
    ["no environment, as nothing is released by default", [], /Name an environment/],
    ["an environment there is not", ["qa"], /"qa" is no environment. Use one of: dev/],
    ["an option there is not", ["prod", "--force"], /--force/],
    ["a tag, which the deployment names", ["prod", "1.0.0"], /Too many arguments: 1.0.0/],
  ])("are refused with %s", (_, args, sentence) => {
    expect(() => readReleaseArguments(args)).toThrow(sentence);
  });
});
