import { describe, expect, it } from "vitest";
import { format } from "./format.ts";

describe("the layout of HCL", () => {
  it("indents by the brackets that are open", () => {
    expect(format("a {\nb {\nc = 1\n}\n}")).toBe("a {\n  b {\n    c = 1\n  }\n}");
  });

  it("puts the equals signs of neighbours under each other", () => {
    expect(format("a = 1\nlonger = 2")).toBe("a      = 1\nlonger = 2");
  });

  it("leaves alone what a blank line or a value of several lines sets apart", () => {
    expect(format("a = 1\n\nlonger = 2\nlongest = {\nb = 3\n}")).toBe(
      "a = 1\n\nlonger = 2\nlongest = {\n  b = 3\n}",
    );
  });

  it("counts the quotes around a key", () => {
    expect(format('"a:b" = 1\nc = 2')).toBe('"a:b" = 1\nc     = 2');
  });

  it("does not take an equals sign within a value for an assignment", () => {
    expect(format('[\n"a = b",\n]')).toBe('[\n  "a = b",\n]');
  });
});
