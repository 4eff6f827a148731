import { describe, expect, it } from "vitest";
import { readHclArguments } from "./hcl-arguments.ts";

const read = (...args: string[]) => readHclArguments(args, { root: "/project", typedIn: "/here" });

describe("the arguments of pnpm hcl", () => {
  it("ask for all stacks in hcl.out when there are none", () => {
    expect(read()).toEqual({
      stacks: ["state-backend", "dev", "staging", "prod"],
      out: "/project/hcl.out",
    });
  });

  it("name one stack, and a folder from where they were typed in", () => {
    expect(read("prod", "--out", "mine")).toEqual({ stacks: ["prod"], out: "/here/mine" });
  });

  it("are refused when they name no stack, with those there are", () => {
    expect(() => read("test")).toThrow('"test" is no stack. Use one of: state-backend, dev');
  });

  it.each([[["dev", "prod"]], [["--output", "a"]]])("are refused with the usage: %s", (args) => {
    expect(() => read(...args)).toThrow("pnpm hcl [state-backend|dev|staging|prod] [--out DIR]");
  });
});
