import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { HeardPiece } from "./heard.ts";
import { agreeOnLanguage, mergePieces } from "./merge-pieces.ts";

const piece = (overrides: Partial<HeardPiece>): HeardPiece => ({
  span: { start: 0, end: 10 },
  language: "en",
  text: "",
  segments: [],
  ...overrides,
});

describe("mergePieces", () => {
  test("moves segments to where their piece lies", () => {
    const merged = mergePieces(
      [
        piece({ segments: [{ start: 1, end: 2, text: " First." }] }),
        piece({
          span: { start: 10, end: 20 },
          segments: [{ start: 0.5, end: 3, text: " Second.\n" }],
        }),
      ],
      [],
    );
    expect(merged).toEqual([
      { start: 1, end: 2, text: "First." },
      { start: 10.5, end: 13, text: "Second." },
    ]);
  });

  test("keeps segments inside their piece, in order and apart", () => {
    const segments = [
      { start: 4, end: 30, text: "Later." },
      { start: -1, end: 5, text: "Sooner." },
      { start: 6, end: 6, text: " " },
    ];
    expect(mergePieces([piece({ segments })], [])).toEqual([
      { start: 0, end: 4, text: "Sooner." },
      { start: 4, end: 10, text: "Later." },
    ]);
  });

  test("keeps what the model thinks of its words", () => {
    const segments = [{ start: 0, end: 1, text: "Hm.", noSpeechProb: 0.9, avgLogprob: -2 }];
    expect(mergePieces([piece({ segments })], [])).toEqual(segments);
  });
});

/** A sentence that ends, by its share, before the pause to which the end of the one before was moved. */
const AFTER_A_SNAP = [...Array(6).fill("hello"), "yes!", "hello", "world.", "好。"];
const AFTER_A_SNAP_SILENCES: [number, number][] = [
  [3, 9],
  [1, 6],
  [1, 6],
  [1, 9],
  [1, 3],
];

describe("text without times", () => {
  test("is split at sentences, each for its share of the characters", () => {
    const span = { start: 100, end: 110 };
    const text = "Twenty characters ok. And this one is of sixty characters, so it takes longer.";
    const [first, second] = mergePieces([piece({ span, text })], []);
    expect(first?.text).toBe("Twenty characters ok.");
    expect(first).toMatchObject({ start: 100, end: expect.closeTo(102.7, 1) });
    expect(second).toMatchObject({ start: expect.closeTo(102.7, 1), end: 110 });
  });

  test("lies where something can be heard, and its sentences end at pauses", () => {
    const silences = [
      { start: 0, end: 2 },
      { start: 4.5, end: 6 },
      { start: 8, end: 10 },
    ];
    const text = "One two three four. Five six seven four.";
    expect(mergePieces([piece({ text })], silences)).toEqual([
      { start: 2, end: 4.5, text: "One two three four." },
      { start: 6, end: 8, text: "Five six seven four." },
    ]);
  });

  test("is split in languages without spaces as well", () => {
    const text = "今日は天気がいい。散歩に行こう!";
    const merged = mergePieces([piece({ text, language: "ja" })], []);
    expect(merged.map((segment) => segment.text)).toEqual(["今日は天気がいい。", "散歩に行こう!"]);
  });

  test("is cut between words where it has no full stops", () => {
    const text = Array.from({ length: 200 }, (_, index) => `word${index}`).join(" ");
    const merged = mergePieces([piece({ text })], []);
    expect(merged.length).toBeGreaterThan(6);
    expect(merged.map((segment) => segment.text).join(" ")).toBe(text);
  });

  test("of an empty piece is nothing", () => {
    expect(mergePieces([piece({ text: " " })], [])).toEqual([]);
  });

  test("keeps every word, in order, inside the piece, whatever the silences", () => {
    const words = fc.array(fc.constantFrom("hello", "world.", "¿qué?", "好。", "yes!", "so,"), {
      minLength: 1,
      maxLength: 60,
    });
    const gaps = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })));
    fc.assert(
      fc.property(words, gaps, (said, pairs) => {
        let at = 0;
        const silences = pairs.map(([sound, silence]) => {
          const start = at + sound;
          at = start + silence;
          return { start, end: at };
        });
        const span = { start: 3, end: 63 };
        const merged = mergePieces([piece({ span, text: said.join(" ") })], silences);
        const squash = (text: string) => text.replace(/\s/gu, "");
        expect(squash(merged.map(({ text }) => text).join(""))).toBe(squash(said.join("")));
        let last = span.start;
        for (const { start, end } of merged) {
          expect(start).toBeGreaterThanOrEqual(last - 1e-9);
          expect(end).toBeGreaterThanOrEqual(start - 1e-9);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(span.end);
      }),
      { examples: [[AFTER_A_SNAP, AFTER_A_SNAP_SILENCES]] },
    );
  });
});

describe("agreeOnLanguage", () => {
  test("takes what is spoken longest", () => {
    const pieces = [
      piece({ language: "fr" }),
      piece({ span: { start: 10, end: 40 }, language: "de" }),
      piece({ language: null }),
    ];
    expect(agreeOnLanguage(pieces)).toBe("de");
  });

  test("says so where nobody told", () => {
    expect(agreeOnLanguage([piece({ language: null })])).toBeNull();
  });
});
