import type { Caption } from "@caption-generator/schema";
import { describe, expect, it } from "vitest";
import type { Ask } from "./ask.ts";
import { askAgain } from "./ask-again.ts";

const create: Ask = { kind: "create", photo: new File(["x"], "a.jpg"), options: {} };
const failed = (code: string) => ({ id: "cap_1", state: "failed", problem: { code } }) as Caption;

describe("asking again for a caption that failed", () => {
  it("has an interrupted one begun again, and else asks for what was asked for", () => {
    const again = { kind: "retry", id: "cap_1", otherwise: create };
    expect(askAgain(failed("interrupted"), create)).toEqual(again);
  });

  it("asks for the same where the file was used up", () => {
    expect(askAgain(failed("model_unavailable"), create)).toBe(create);
  });

  it("still knows what was asked for at first when a second try fails", () => {
    const retry: Ask = { kind: "retry", id: "cap_1", otherwise: create };
    expect(askAgain(failed("interrupted"), retry)).toEqual(retry);
    expect(askAgain(failed("model_unavailable"), retry)).toBe(create);
  });
});
