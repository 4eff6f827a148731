import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { humanIssue } from "./human-issue.ts";
import { captionOptionsSchema } from "./options.ts";

const messages = (value: unknown) =>
  captionOptionsSchema.safeParse(value).error?.issues.map((issue) => issue.message);

describe("humanIssue", () => {
  beforeEach(() => {
    const { customError } = z.config();
    z.config({ customError: humanIssue });
    return () => void z.config({ customError });
  });

  it("names a number that is out of range, and the range", () => {
    expect(messages({ variants: 6 })).toEqual(["6 is out of range; the value must be at most 5."]);
  });

  it("counts the characters of a text that is too long", () => {
    expect(messages({ instruction: "a".repeat(10_000) })).toEqual([
      "This has 10000 characters; it may have at most 1000.",
    ]);
  });

  it("lists what may be chosen", () => {
    expect(messages({ platform: "myspace" })?.[0]).toMatch(/^"myspace" is not one of x, bluesky,/u);
  });

  it("says that a field is not known", () => {
    expect(messages({ tona: "witty" })).toEqual([
      '"tona" is not known here. Check its spelling, or leave it out.',
    ]);
  });

  it("does not show a number that is none", () => {
    expect(messages({ variants: Number.NaN })).toEqual(["This is not a number."]);
  });

  it("says of which type a value is not", () => {
    expect(messages({ emoji: "yes" })).toEqual(['"yes" is not a boolean.']);
  });

  it("leaves a schema's own message as it is", () => {
    expect(messages({ tone: "sarcastic" })?.[0]).toMatch(/^A tone is one of professional,/u);
  });

  it("cuts a value that is long", () => {
    expect(messages({ emoji: "y".repeat(500) })?.[0]?.length).toBeLessThan(90);
  });

  it("cuts no character in half", () => {
    const [message] = messages({ emoji: `${"y".repeat(55)}😀${"y".repeat(9)}` }) ?? [];
    expect(message).toMatch(/y… is not a boolean\.$/u);
  });

  it.each([
    [[], "[]"],
    [["a"], "An array of 1 entry"],
    [[1, [2, 3], 4], "An array of 3 entries"],
    [{ a: { b: 1 } }, "An object"],
    [null, "null"],
    [7, "7"],
  ])("shows %j as %s", (emoji, shown) => {
    expect(messages({ emoji })).toEqual([`${shown} is not a boolean.`]);
  });

  it("goes into no value, however deep that is", () => {
    const deep: unknown = JSON.parse(`${'{"a":['.repeat(20_000)}${"]}".repeat(20_000)}`);
    expect(messages({ emoji: deep, variants: [deep] })).toEqual([
      "An object is not a boolean.",
      "An array of 1 entry is not a number.",
    ]);
  });
});
