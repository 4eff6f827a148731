import { describe, expect, it } from "vitest";
import { readParityArguments } from "./parity-arguments.ts";

const read = (...args: string[]) =>
  readParityArguments(args, { reference: "/repo/reference", typedIn: "/home/me" });

describe("pnpm parity", () => {
  it("compares dev with the reference when nothing is said", () => {
    expect(read()).toEqual({
      environment: "dev",
      hcl: "/repo/reference",
      json: false,
      asWritten: false,
    });
  });

  it("takes any environment and any folder, from where it was typed", () => {
    expect(read("prod", "--hcl", "../theirs", "--json", "--static")).toEqual({
      environment: "prod",
      hcl: "/home/theirs",
      json: true,
      asWritten: true,
    });
  });

  it("refuses an environment that there is not, and names those there are", () => {
    expect(() => read("production")).toThrow(
      '"production" is no environment. Use one of: dev, staging, prod.',
    );
  });

  it.each([["--what"], ["dev", "staging"]])("refuses %s with its usage", (...args) => {
    expect(() => read(...args)).toThrow("pnpm parity [dev|staging|prod] [--hcl DIR]");
  });
});
