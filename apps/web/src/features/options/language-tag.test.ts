import { describe, expect, it } from "vitest";
import { nameOf, readTag } from "./language-tag.ts";

describe("readTag", () => {
  it.each([
    ["pt-br", "pt-BR"],
    [" gsw ", "gsw"],
    ["zh-hant-tw", "zh-Hant-TW"],
  ])("reads %s as %s", (typed, tag) => {
    expect(readTag(typed)).toEqual({ tag });
  });

  it.each(["", "p", "in German"])("says in a sentence that “%s” is none", (typed) => {
    expect(readTag(typed)).toEqual({ wrong: expect.stringContaining("use one such as en, de") });
  });
});

describe("nameOf", () => {
  it("names a language in English", () => {
    expect(nameOf("gsw")).toBe("Swiss German");
  });
});
