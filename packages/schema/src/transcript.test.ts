import { describe, expect, it } from "vitest";
import { transcriptSchema } from "./transcript.ts";

const TRANSCRIPT = {
  language: "en",
  segments: [{ start: 0.5, end: 2.25, text: "Good morning." }],
  seconds: 12.5,
  model: "whisper-1",
};

describe("a transcript", () => {
  it("outlives JSON", () => {
    expect(transcriptSchema.parse(JSON.parse(JSON.stringify(TRANSCRIPT)))).toEqual(TRANSCRIPT);
  });

  it("may be of a language that nobody told, and of nothing said", () => {
    const silent = { ...TRANSCRIPT, language: null, segments: [] };
    expect(transcriptSchema.parse(silent)).toEqual(silent);
  });

  it.each([
    ["ends before it starts", { start: 2, end: 1, text: "Backwards." }],
    ["starts before the media", { start: -1, end: 1, text: "Early." }],
    ["says nothing", { start: 0, end: 1, text: "" }],
  ])("has no segment that %s", (_, segment) => {
    expect(transcriptSchema.safeParse({ ...TRANSCRIPT, segments: [segment] }).success).toBe(false);
  });
});
