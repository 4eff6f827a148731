import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { dropInvented } from "./drop-invented.ts";
import type { HeardSegment } from "./heard.ts";

const said = (start: number, text: string, rest: Partial<HeardSegment> = {}): HeardSegment => ({
  start,
  end: start + 2,
  text,
  ...rest,
});

const texts = (segments: readonly HeardSegment[]) => segments.map(({ text }) => text);

describe("what Whisper itself doubts", () => {
  test("is dropped where it hears no speech and is unsure of its words", () => {
    const doubted = said(0, "Thanks for watching!", { noSpeechProb: 0.9, avgLogprob: -1.2 });
    expect(dropInvented([doubted], [])).toEqual([]);
  });

  test.each([
    ["sure of its words", { noSpeechProb: 0.9, avgLogprob: -0.4 }],
    ["sure that somebody speaks", { noSpeechProb: 0.1, avgLogprob: -1.8 }],
    ["silent about both", {}],
  ])("stays where it is %s", (_, doubts) => {
    const segment = said(0, "Thanks for watching!", doubts);
    expect(dropInvented([segment], [])).toEqual([segment]);
  });
});

describe("a loop", () => {
  test("within a segment is dropped", () => {
    expect(dropInvented([said(0, "you ".repeat(40))], [])).toEqual([]);
    expect(dropInvented([said(0, "ご視聴ありがとうございました".repeat(12))], [])).toEqual([]);
  });

  test("of segments is cut to the first", () => {
    const loop = ["Bye.", "Bye!", "bye", "BYE."].map((text, index) => said(index * 2, text));
    expect(texts(dropInvented([...loop, said(9, "Really.")], []))).toEqual(["Bye.", "Really."]);
  });

  test("is not what a person repeats once, or for emphasis", () => {
    const segments = [said(0, "No."), said(2, "No."), said(4, "No, no, no, no, I said no.")];
    expect(dropInvented(segments, [])).toEqual(segments);
  });

  test("is not a long text, which compresses well for its length alone", () => {
    let state = 7;
    const words = Array.from({ length: 3_000 }, () => {
      state = (state * 16_807) % 2_147_483_647;
      return ((state % 400) * 7_919 * 7_919).toString(36);
    });
    const text = words.join(" ");
    expect(text.length / deflateSync(text).length).toBeGreaterThan(2.4);
    expect(texts(dropInvented([said(0, text)], []))).toEqual([text]);
    expect(dropInvented([said(0, "and so it goes on, ".repeat(500))], [])).toEqual([]);
  });

  test("is not a long sentence of many words", () => {
    const text =
      "When we came down to the harbour that morning, the boats had already left, and the only person to be seen was a boy who mended a net and did not look up.";
    expect(texts(dropInvented([said(0, text)], []))).toEqual([text]);
  });
});

describe("a silence", () => {
  const silences = [{ start: 10, end: 20 }];

  test("says nothing", () => {
    expect(dropInvented([said(12, "Thank you.")], silences)).toEqual([]);
    expect(dropInvented([said(9.95, "Thank you.", { end: 14 })], silences)).toEqual([]);
  });

  test("may follow what was said", () => {
    const segment = said(8.5, "And that was all.", { end: 20 });
    expect(dropInvented([segment], silences)).toEqual([segment]);
  });

  test("is told from a time that the model got wrong", () => {
    const instant = said(5, "A whole sentence in no time.", { end: 5 });
    expect(dropInvented([instant], silences)).toEqual([instant]);
  });
});

test("notes and dots are no words", () => {
  expect(dropInvented([said(0, "♪♪"), said(2, "..."), said(4, "♪ La la ♪")], [])).toEqual([
    said(4, "♪ La la ♪"),
  ]);
});
