import { describe, expect, it } from "vitest";
import type { Steps } from "../ports/records.ts";
import { usdOfSteps } from "./usd-of-steps.ts";

const transcription = { seconds: 60, calls: 1, costUsd: 0.006 };
const heard: Steps = {
  heard: { hearing: { state: "silent", detail: "" }, spent: { transcription } },
};

describe("usdOfSteps", () => {
  it("is nothing where no step was paid for", () => {
    expect(usdOfSteps({})).toBe(0);
  });

  it("counts a transcript and an answer", () => {
    const usage = { inputTokens: 1, outputTokens: 1, calls: 1, costUsd: 0.002 };
    const answer = { drafts: [], altText: "", seen: { description: "" }, usage };
    expect(usdOfSteps({ ...heard, answer })).toBeCloseTo(0.008, 10);
  });

  it("counts the pieces of a transcript that is not whole, and none of them twice", () => {
    const piecesSpent = { seconds: 300, calls: 1, costUsd: 0.03 };
    expect(usdOfSteps({ piecesSpent })).toBe(0.03);
    expect(usdOfSteps({ piecesSpent, ...heard })).toBe(0.006);
  });
});
