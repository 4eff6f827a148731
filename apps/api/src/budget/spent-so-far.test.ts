import { describe, expect, it } from "vitest";
import type { CaptionRecord, Steps } from "../ports/records.ts";
import { spentSoFar } from "./spent-so-far.ts";

const at = new Date("2026-11-28T23:59:59Z");
const transcription = { seconds: 60, calls: 1, costUsd: 0.006 };
const heard: Steps = {
  heard: { hearing: { state: "silent", detail: "" }, spent: { transcription } },
};

/** A caption that is under way, as far as its cost goes. */
const underWay = (steps: Steps, more: Partial<CaptionRecord> = {}) =>
  ({ sessionId: "ses_1", steps, result: null, problem: null, ...more }) as CaptionRecord;

describe("spentSoFar", () => {
  it("is nothing where no step was paid for, on the day and in the session it is put down to", () => {
    const spent = { sessionId: "ses_1", day: "2026-11-28", usd: 0, usdIfLate: 0 };
    expect(spentSoFar(underWay({}), at)).toEqual(spent);
  });

  it("counts a transcript and an answer", () => {
    const usage = { inputTokens: 1, outputTokens: 1, calls: 1, costUsd: 0.002 };
    const answer = { drafts: [], altText: "", seen: { description: "" }, usage };
    expect(spentSoFar(underWay({ ...heard, answer }), at).usd).toBeCloseTo(0.008, 10);
  });

  it("counts the pieces of a transcript that is not whole, and none of them twice", () => {
    const piecesSpent = { seconds: 300, calls: 1, costUsd: 0.03 };
    expect(spentSoFar(underWay({ piecesSpent }), at).usd).toBe(0.03);
    expect(spentSoFar(underWay({ piecesSpent, ...heard }), at).usd).toBe(0.006);
  });

  it("is nothing once the caption has its outcome, which is put down already", () => {
    const problem = { code: "interrupted" } as NonNullable<CaptionRecord["problem"]>;
    expect(spentSoFar(underWay(heard, { problem }), at).usd).toBe(0);
  });
});
