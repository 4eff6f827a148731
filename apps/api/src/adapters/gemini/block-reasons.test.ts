import { describe, expect, test } from "vitest";
import { explainBlock, isBlock } from "./block-reasons.ts";

describe("why Gemini declines", () => {
  test("is told for the reasons it documents", () => {
    expect(isBlock("SPII")).toBe(true);
    expect(explainBlock("SPII").why).toMatch(/personal data/u);
  });

  test.each(["OTHER", "constructor", "__proto__"])("is not known for %s", (reason) => {
    expect(isBlock(reason)).toBe(false);
    expect(explainBlock(reason).why).toBe("it gave no reason.");
  });
});
