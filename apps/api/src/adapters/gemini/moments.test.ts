import type { Transcript } from "@caption-generator/schema";
import { describe, expect, test } from "vitest";
import type { CaptionSource, NormalisedImage } from "../../ports/caption-model.ts";
import { evidenceOf, momentsOf } from "./moments.ts";

const image: NormalisedImage = {
  type: "image/jpeg",
  bytes: new Uint8Array(),
  width: 1,
  height: 1,
};
const transcript = (...texts: string[]): Transcript => ({
  language: "en",
  seconds: 60,
  model: "whisper-1",
  segments: texts.map((text, index) => ({ start: index * 10, end: index * 10 + 9, text })),
});
const video: CaptionSource = {
  kind: "video",
  frames: [
    { at: 1.5, image },
    { at: 12, image },
  ],
  seconds: 30,
  transcript: transcript("Welcome aboard.", "Mind the step."),
};
const seen: CaptionSource = {
  kind: "seen",
  seen: { description: "A boat.", moments: [{ at: 1.5, description: "A boat leaves." }] },
  previous: [],
  transcript: transcript("Welcome aboard."),
};

describe("the moments of a source", () => {
  test("are the pictures of a video and what is said in it", () => {
    expect(momentsOf(video).map(({ label, evidence }) => [label, evidence.at])).toEqual([
      ["P1", 1.5],
      ["P2", 12],
      ["S1", 0],
      ["S2", 10],
    ]);
  });

  test("are what was seen and said, once the pictures are gone", () => {
    expect(momentsOf(seen)).toEqual([
      { label: "P1", evidence: { kind: "seen", at: 1.5, what: "A boat leaves." } },
      { label: "S1", evidence: { kind: "said", at: 0, words: "Welcome aboard." } },
    ]);
  });

  test("are none for a photo", () => {
    expect(momentsOf({ kind: "image", image })).toEqual([]);
  });

  test("end where there is more talk than a prompt has room for", () => {
    const long = transcript("a".repeat(59_990), "b".repeat(20), "c");
    const labels = momentsOf({ ...video, frames: [], transcript: long }).map(({ label }) => label);
    expect(labels).toEqual(["S1"]);
  });
});

describe("the evidence of a caption", () => {
  const moments = momentsOf(video);

  test("is what its labels stand for, in the order it happens", () => {
    expect(evidenceOf(["S2", "P1"], moments, ["A boat.", "The sea."])).toEqual([
      { kind: "seen", at: 1.5, what: "A boat." },
      { kind: "said", at: 10, words: "Mind the step." },
    ]);
  });

  test("is never what only the model knows", () => {
    expect(evidenceOf(["P9", "S0", "", "picture 1"], moments, [])).toEqual([]);
  });

  test("names each moment once, and three at the most: the first ones named", () => {
    const evidence = evidenceOf(["p2", "P2", "S1", "S2", "P1"], moments, []);
    expect(evidence.map(({ at }) => at)).toEqual([0, 10, 12]);
  });

  test("has as many words as a person reads at a glance", () => {
    const talk = momentsOf({ ...video, transcript: transcript("word ".repeat(100)) });
    const [said] = evidenceOf(["S1"], talk, []);
    expect(said).toMatchObject({
      kind: "said",
      words: expect.stringMatching(/^word .{0,120}word…$/u),
    });
  });

  test.each([
    ["a surrogate pair", `${"a".repeat(119)}😀${"b".repeat(10)}`, `${"a".repeat(119)}…`],
    ["a family", `${"a".repeat(115)}👩‍👩‍👧${"b".repeat(10)}`, `${"a".repeat(115)}…`],
    ["a letter without an end", `😀${"\u0301".repeat(150)}`, `😀${"\u0301".repeat(118)}…`],
    ["its marks", `a${"\u{e0061}".repeat(99)}`, `a${"\u{e0061}".repeat(59)}…`],
  ])("is never cut within %s", (_, text, words) => {
    const talk = momentsOf({ ...video, transcript: transcript(text) });
    expect(evidenceOf(["S1"], talk, [])).toEqual([{ kind: "said", at: 0, words }]);
    expect(words.isWellFormed()).toBe(true);
  });
});
