import { describe, expect, it } from "vitest";
import { captionOptionsSchema } from "./options.ts";
import { plainTextSchema } from "./plain-text.ts";

describe("plain text", () => {
  it.each([
    ["as it is", "as it is"],
    ["  without spaces around it ", "without spaces around it"],
    ["no\0thing", "nothing"],
    ["\0 ", ""],
    ["half \ud83d of it", "half \ufffd of it"],
    ["a whole 😀", "a whole 😀"],
  ])("of %j is %j", (said, kept) => {
    expect(plainTextSchema.parse(said)).toBe(kept);
  });

  it("is all that options hold", () => {
    const odd = " a\0\ud800";
    const options = { tone: { custom: odd }, brandVoice: odd, instruction: odd };
    const kept = "a\ufffd";
    expect(captionOptionsSchema.parse(options)).toMatchObject({
      tone: { custom: kept },
      brandVoice: kept,
      instruction: kept,
    });
  });
});
