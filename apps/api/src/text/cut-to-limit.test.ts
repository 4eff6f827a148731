import type { Counting } from "@caption-generator/schema";
import { countCharacters, splitGraphemes } from "@caption-generator/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutToLimit } from "./cut-to-limit.ts";

const COUNTINGS: readonly Counting[] = ["graphemes", "x", "mastodon", "threads"];

describe("cutToLimit", () => {
  it("leaves what fits as it is", () => {
    expect(cutToLimit("Just right.", 11)).toBe("Just right.");
  });

  it("ends with a whole sentence where that fills half of the room", () => {
    expect(cutToLimit("The tide is out. The gulls are in, all of them.", 30)).toBe(
      "The tide is out.",
    );
  });

  it("ends after a word, with an ellipsis, where whole sentences would be too short", () => {
    expect(cutToLimit("Wow. The gulls are in, all of them, and they stay.", 30)).toBe(
      "Wow. The gulls are in, all of…",
    );
    expect(cutToLimit("The gulls are in, and more", 19)).toBe("The gulls are in…");
  });

  it.each([
    [
      "Japanese",
      "夕焼けの海辺をゆっくり歩いた。波の音だけが聞こえていた。",
      16,
      "夕焼けの海辺をゆっくり歩いた。",
    ],
    ["Chinese", "我们在海边慢慢地走着，听着海浪的声音。", 10, "我们在海边慢慢地走…"],
    ["Thai", "เราเดินเล่นริมทะเลตอนพระอาทิตย์ตก", 20, "เราเดินเล่นริมทะเลตอน…"],
    [
      "Arabic",
      "مشينا على الشاطئ عند الغروب. كان البحر هادئا جدا.",
      30,
      "مشينا على الشاطئ عند الغروب.",
    ],
    ["Hebrew", "הלכנו לאורך החוף בשקיעה הארוכה", 20, "הלכנו לאורך החוף…"],
    ["Hindi", "हम समुद्र के किनारे चले। लहरें शांत थीं।", 24, "हम समुद्र के किनारे चले।"],
  ])("knows where %s sentences and words end", (_, text, max, expected) => {
    expect(cutToLimit(text, max)).toBe(expected);
  });

  it("cuts a word that alone is too long, but no grapheme", () => {
    expect(cutToLimit("Donaudampfschifffahrt", 8)).toBe("Donauda…");
    expect(cutToLimit("👨‍👩‍👧‍👦".repeat(5), 3)).toBe(`${"👨‍👩‍👧‍👦".repeat(2)}…`);
    expect(cutToLimit("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 1)).toBe("👨‍👩‍👧‍👦");
  });

  it("keeps a link whole or leaves it out", () => {
    const text = "Read all of it at https://example.com/stories/the-tide today";
    expect(cutToLimit(text, 40)).toBe("Read all of it at…");
    expect(cutToLimit(`${text}, tomorrow and always`, 49, "x")).toBe(`${text}…`);
  });

  it("gives nothing where nothing fits", () => {
    expect(cutToLimit("日本", 1, "x")).toBe("");
  });

  const piece = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 12 }),
    fc.constantFrom(
      "A sentence. ",
      "words, and more ",
      "文です。",
      "ภาษาไทย",
      "مرحبا ",
      "👍🏽",
      "🇩🇪",
      "example.com ",
      "https://example.com/a_(b) ",
      "@anna@photos.example ",
      "#tag ",
      "\n\n",
    ),
  );
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));

  it("keeps every limit as the platform counts, for any text", () => {
    fc.assert(
      fc.property(text, fc.nat(120), fc.constantFrom(...COUNTINGS), (whole, max, counting) => {
        const cut = cutToLimit(whole, max, counting);
        expect(countCharacters(cut, counting)).toBeLessThanOrEqual(max);
        expect(cutToLimit(cut, max, counting)).toBe(cut);
      }),
      { numRuns: 600 },
    );
  });

  it("gives a beginning of the text that ends between two graphemes, for any text", () => {
    fc.assert(
      fc.property(text, fc.nat(120), (whole, max) => {
        const kept = splitGraphemes(cutToLimit(whole, max).replace(/…$/u, ""));
        expect(splitGraphemes(whole).slice(0, kept.length)).toEqual(kept);
      }),
      { numRuns: 600 },
    );
  });

  it("gets through a text of a hundred thousand characters", () => {
    const cut = cutToLimit("A sentence of some words. ".repeat(4_000), 63_206, "x");
    expect(countCharacters(cut, "x")).toBeGreaterThan(63_000);
  });
});
