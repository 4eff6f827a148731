import { describe, expect, it } from "vitest";
import { secretValue } from "./value.ts";

describe("a secret's value", () => {
  it("is what was given, without the line break at its end", () => {
    expect(secretValue("AIza-1234\r\n")).toBe("AIza-1234");
  });

  it.each([
    ["nothing", "\n", /value is empty/],
    ["the article's placeholder", "your-api-key-here", /is the placeholder/],
    ["two lines", "AIza\n1234", /a space or a line break in it/],
    ["more than a parameter holds", "x".repeat(4097), /has 4097 bytes, and at most 4096/],
  ])("is not %s", (_, text, sentence) => {
    expect(() => secretValue(text)).toThrow(sentence);
  });

  it("is not shorter than it may be", () => {
    expect(secretValue("sesame-sesame-16", 16)).toBe("sesame-sesame-16");
    expect(() => secretValue("sesame", 16)).toThrow(/has 6 characters, and the API takes 16 or/);
  });

  it("is not in the sentence that refuses it", () => {
    expect(() => secretValue("hush hush")).not.toThrow(/hush/);
  });
});
