import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnsOf } from "./columns.ts";
import type { Cue } from "./cue.ts";
import { RULES } from "./cue.ts";
import { toCues } from "./to-cues.ts";

const say = (start: number, end: number, text: string) => ({ start, end, text });
type Said = ReturnType<typeof say>;

const cuesOf = (segments: readonly Said[], media = 60, language: string | null = "en") =>
  toCues({ segments: [...segments], language }, media);

const textsOf = (cues: readonly Cue[]) => cues.map(({ lines }) => lines.join("|"));

describe("lines", () => {
  test("one where it fits", () => {
    expect(cuesOf([say(1, 3, "Good morning to all of you.")])).toEqual([
      { startMs: 1_000, endMs: 3_000, lines: ["Good morning to all of you."] },
    ]);
  });

  test("two broken after a clause rather than in the middle", () => {
    const text = "When the rain had stopped at last, we went down to the old harbour.";
    expect(textsOf(cuesOf([say(0, 5, text)]))).toEqual([
      "When the rain had stopped at last,|we went down to the old harbour.",
    ]);
  });

  test("two broken before a preposition, and never after an article", () => {
    const text = "The man we met yesterday lives in a house above the river";
    expect(textsOf(cuesOf([say(0, 5, text)]))).toEqual([
      "The man we met yesterday lives|in a house above the river",
    ]);
  });

  test("a word that is longer than a line is cut between characters", () => {
    const word = "https://example.org/".padEnd(100, "abcde");
    const cues = cuesOf([say(0, 12, word)]);
    expect(textsOf(cues).join("").replaceAll("|", "")).toBe(word);
    for (const line of cues.flatMap(({ lines }) => lines)) expect(line.length).toBeLessThan(43);
  });
});

describe("cues", () => {
  test("end with sentences", () => {
    const text =
      "This sentence is long enough to fill a good part of two lines. And this one is another that does so too.";
    expect(cuesOf([say(0, 9, text)]).map(({ lines }) => lines.join(" "))).toEqual([
      "This sentence is long enough to fill a good part of two lines.",
      "And this one is another that does so too.",
    ]);
  });

  test("do not end after an abbreviation", () => {
    const text =
      "We sell all kinds of fruit and vegetables, e.g. apples, pears, plums, cherries and potatoes, every day.";
    for (const cue of textsOf(cuesOf([say(0, 8, text)])).slice(0, -1)) {
      expect(cue).not.toMatch(/e\.g\.$/u);
    }
  });

  test("join what is too short to be read alone", () => {
    const segments = [say(0, 0.4, "Yes."), say(0.4, 0.8, "No."), say(0.8, 1.6, "I mean, maybe.")];
    expect(textsOf(cuesOf(segments))).toEqual(["Yes. No. I mean, maybe."]);
  });

  test("do not show words long before they are said", () => {
    const cues = cuesOf([say(0, 1.5, "Wait for it."), say(5, 6.5, "Now!")]);
    expect(cues.map(({ startMs }) => startMs)).toEqual([0, 5_000]);
  });

  test("stay for as long as reading takes, where nothing follows", () => {
    const text = "A sentence of fifty-one letters that is said quickly";
    expect(cuesOf([say(1, 2, text)])[0]).toMatchObject({ startMs: 1_000, endMs: 4_059 });
  });

  test("never stay longer than seven seconds", () => {
    expect(cuesOf([say(0, 30, "Hm.")])[0]).toMatchObject({ startMs: 0, endMs: 7_000 });
  });

  test("begin sooner where the media ends too soon", () => {
    expect(cuesOf([say(9.8, 10, "Bye!")], 10)[0]).toMatchObject({ startMs: 9_000, endMs: 10_000 });
  });

  test("of nothing, or of media without length, are none", () => {
    expect(cuesOf([])).toEqual([]);
    expect(cuesOf([say(0, 1, "Hi.")], 0)).toEqual([]);
  });

  test("give a sentence time that the model gave none", () => {
    const [cue] = cuesOf([say(4, 4, "A sentence with no time at all.")]);
    expect(cue).toMatchObject({ startMs: 4_000, endMs: 5_824 });
  });
});

describe("times that cannot be", () => {
  test("of a segment at the same instant as the next: both are shown together", () => {
    expect(textsOf(cuesOf([say(1, 1, "Well,"), say(1, 2.5, "let us see.")]))).toEqual([
      "Well, let us see.",
    ]);
  });

  test("after the media's end: shown before it", () => {
    const cues = cuesOf([say(1, 2, "In time."), say(12, 14, "Too late, all of this.")], 10);
    expect(textsOf(cues).join(" ")).toBe("In time. Too late, all of this.");
    expect(cues.at(-1)?.endMs).toBeLessThanOrEqual(10_000);
  });
});

describe("languages", () => {
  test("Japanese is broken between words, after its own punctuation, without spaces", () => {
    const text =
      "今日は朝から天気がとても良かったので、久しぶりに家族みんなで近くの公園まで散歩に行きました。帰りに「春の花」を買った。";
    const cues = cuesOf([say(0, 14, text)], 60, "ja");
    expect(textsOf(cues).join("").replaceAll("|", "")).toBe(text);
    for (const line of cues.flatMap(({ lines }) => lines)) {
      expect([...line].length).toBeLessThanOrEqual(21);
      expect(line).not.toMatch(/^[、。」]|「$/u);
    }
    expect(cues.some(({ lines }) => lines.at(-1)?.endsWith("。"))).toBe(true);
  });

  test("segments of a script without spaces are joined without one", () => {
    const cues = cuesOf([say(0, 0.5, "はい。"), say(0.5, 2, "そうです。")], 60, "ja");
    expect(textsOf(cues)).toEqual(["はい。そうです。"]);
  });

  test.each([
    ["ar", "ذهبنا إلى السوق في الصباح، واشترينا الخبز والجبن. هل تريد أن تأتي معنا غداً؟"],
    ["he", "הלכנו לשוק בבוקר, וקנינו לחם וגבינה. האם תרצה לבוא איתנו מחר בבוקר?"],
  ])("%s is kept whole: the same characters in the same order", (language, text) => {
    const cues = cuesOf([say(0, 8, text)], 60, language);
    expect(cues.map(({ lines }) => lines.join(" ")).join(" ")).toBe(text);
    expect(cues[0]?.lines.join(" ")).toMatch(/[.،,]$/u);
  });

  test.each([
    ["hi", "हम सुबह बाज़ार गए और हमने रोटी खरीदी। क्या तुम कल हमारे साथ आओगे?", "।"],
    [
      "es",
      "Fuimos al mercado por la mañana y compramos pan. ¿Quieres venir mañana con nosotros?",
      ".",
    ],
  ])("%s ends cues with its sentences", (language, text, stop) => {
    const [first] = cuesOf([say(0, 8, text)], 60, language);
    expect(first?.lines.at(-1)?.endsWith(stop)).toBe(true);
  });

  test("an emoji of several parts stays one", () => {
    const text = "👩‍👩‍👧‍👦".repeat(30);
    for (const line of cuesOf([say(0, 9, text)]).flatMap(({ lines }) => lines)) {
      expect(line).toMatch(/^(?:👩‍👩‍👧‍👦)+$/u);
    }
  });
});

const wordArbitrary = fc.oneof(
  { weight: 8, arbitrary: fc.stringMatching(/^[a-z]{1,10}[,.;!?]?$/u) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("今日は天気がいいですね。", "가나다라", "שלום", "مرحبا،", "🎉"),
  },
  { weight: 1, arbitrary: fc.stringMatching(/^[a-z0-9/]{43,120}$/u) },
);

/** Segments as models make them: in order, some without a pause, some too fast, some without time. */
const transcriptArbitrary = fc
  .array(
    fc.record({
      words: fc.array(wordArbitrary, { minLength: 1, maxLength: 25 }),
      pause: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 4, noNaN: true })),
      pace: fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 0.8, noNaN: true })),
    }),
    { maxLength: 12 },
  )
  .map((parts) => {
    let at = 0;
    return parts.map(({ words, pause, pace }) => {
      const start = at + pause;
      at = start + pace * words.length;
      return say(start, at, words.join(" "));
    });
  });

const mediaOf = (segments: readonly Said[], rest: number) => (segments.at(-1)?.end ?? 0) + rest;
const restArbitrary = fc.double({ min: 0.5, max: 5, noNaN: true });

/** Checks cues of any transcript; each follower is what comes after a cue, or the media's end. */
function forAllCues(check: (cue: Cue, follower: number, before: Cue | undefined) => void) {
  fc.assert(
    fc.property(transcriptArbitrary, restArbitrary, (segments, rest) => {
      const media = mediaOf(segments, rest);
      const cues = cuesOf(segments, media);
      for (const [index, cue] of cues.entries()) {
        check(cue, cues[index + 1]?.startMs ?? Math.floor(media * 1_000), cues[index - 1]);
      }
    }),
  );
}

describe("any transcript", () => {
  test("keeps every character, in order", () => {
    const squash = (text: string) => text.replace(/\s/gu, "");
    fc.assert(
      fc.property(transcriptArbitrary, restArbitrary, (segments, rest) => {
        const cues = cuesOf(segments, mediaOf(segments, rest));
        const shown = cues.flatMap(({ lines }) => lines).join("");
        expect(squash(shown)).toBe(squash(segments.map(({ text }) => text).join("")));
      }),
    );
  });

  test("has one or two lines of at most 42 columns, none of them empty", () => {
    forAllCues(({ lines }) => {
      expect([1, 2]).toContain(lines.length);
      for (const line of lines) {
        expect(line).toBe(line.trim());
        expect(line).not.toBe("");
        expect(columnsOf(line)).toBeLessThanOrEqual(RULES.columns);
      }
    });
  });

  test("has no cue that overlaps the next, is backwards, too long, or beyond the media", () => {
    forAllCues(({ startMs, endMs }, follower) => {
      expect(startMs).toBeGreaterThanOrEqual(0);
      expect(endMs).toBeGreaterThan(startMs);
      expect(endMs - startMs).toBeLessThanOrEqual(RULES.longestMs);
      expect(endMs).toBeLessThanOrEqual(follower);
    });
  });

  test("is read at 17 columns a second, but where the next cue or the rules leave no time", () => {
    forAllCues(({ startMs, endMs, lines }, follower) => {
      const seconds = (endMs - startMs) / 1_000;
      const columns = columnsOf(lines.join(""));
      if (columns / seconds <= RULES.columnsPerSecond + 0.1) return;
      const hasAllThereIs = endMs === follower || endMs - startMs === RULES.longestMs;
      expect(hasAllThereIs).toBe(true);
    });
  });

  test("has a cue of less than a second only where the one before has no second to spare", () => {
    forAllCues(({ startMs, endMs }, follower, before) => {
      if (endMs - startMs >= RULES.shortestMs) return;
      expect(endMs).toBe(follower);
      if (before !== undefined) {
        expect(startMs - before.startMs).toBeLessThanOrEqual(RULES.shortestMs);
      } else {
        expect(startMs).toBe(0);
      }
    });
  });
});
