import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countBytes, countCharacters, LINK_CHARACTERS, splitGraphemes } from "./count.ts";

const FAMILY = "👨‍👩‍👧‍👦";

describe("counting graphemes", () => {
  it.each([
    ["", 0],
    ["plain", 5],
    ["e\u0301", 1],
    [FAMILY, 1],
    ["🇩🇪🇫🇷", 2],
    ["👍🏽", 1],
    ["한국어", 3],
    ["नमस्ते", 3],
    ["ภาษาไทย", 7],
  ])("counts %j as %i", (text, characters) => {
    expect(countCharacters(text)).toBe(characters);
  });

  it("agrees with the list of graphemes, which puts the text together again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(splitGraphemes(text).join("")).toBe(text);
        expect(countCharacters(text)).toBe(splitGraphemes(text).length);
      }),
    );
  });
});

describe("counting as X does", () => {
  it.each([
    ["plain text", 10],
    ["ñandú", 5],
    ["n\u0303", 1],
    ["Привет", 6],
    ["日本語", 6],
    ["한국어", 6],
    ["“quoted”", 8],
    ["…", 2],
    ["😀", 2],
    [FAMILY, 2],
    ["👍🏽", 2],
    ["🇩🇪", 2],
    ["1️⃣", 2],
    ["❤️", 2],
    ["©", 1],
    ["™", 2],
  ])("counts %j as %i", (text, characters) => {
    expect(countCharacters(text, "x")).toBe(characters);
  });

  it("counts joined emoji that are no emoji together one by one", () => {
    // Two cats (2 each) and the joiner between them (1).
    expect(countCharacters("🐱‍🐱", "x")).toBe(5);
  });

  it.each([
    ["https://example.com", 0],
    [`https://example.com/${"long/".repeat(40)}`, 0],
    ["http://müller.de/straße?q=1", 0],
    ["example.com", 0],
    ["www.averylongdomainnameindeed.org/a/b/c", 0],
    ["see example.com.", "see .".length],
    ["(https://en.wikipedia.org/wiki/Dog_(animal))", "()".length],
    ["https://a.com https://b.com", " ".length],
  ])("counts the link in %j as 23, beside %i characters", (text, others) => {
    expect(countCharacters(text, "x")).toBe(
      LINK_CHARACTERS + others + (text.includes("b.com") ? 23 : 0),
    );
  });

  it("lets no text hide behind a link", () => {
    expect(countCharacters("https://example.com写真", "x")).toBe(23 + 4);
    expect(countCharacters("https://example.com/写真", "x")).toBe(23 + 4);
    expect(countCharacters("xhttps://example.com", "x")).toBeGreaterThanOrEqual(20);
  });

  it("takes the dearer count where it cannot know whether X makes a link", () => {
    expect(countCharacters("night.The", "x")).toBe(23);
    expect(countCharacters("https://somewhere.internal/path/to/page", "x")).toBe(39);
  });

  it.each(["me@example.com", "3.5", "a.m.", "#example.com", "@example.com", "…and so on"])(
    "sees no link in %j",
    (text) => {
      expect(countCharacters(text, "x")).toBe(text.length + (text.includes("…") ? 1 : 0));
    },
  );
});

describe("counting as Mastodon does", () => {
  it.each([
    [`https://example.com/${"x".repeat(100)}`, 23],
    ["https://example.com/写真", 23],
    ["example.com", 11],
    ["@anna@photos.example said hi", "@anna said hi".length],
    ["anna@photos.example", "anna@photos.example".length],
    [FAMILY, 1],
    ["日本語", 3],
  ])("counts %j as %i", (text, characters) => {
    expect(countCharacters(text, "mastodon")).toBe(characters);
  });
});

describe("counting as Threads does", () => {
  it.each([
    ["plain text", 10],
    ["日本語", 3],
    ["n\u0303", 2],
    ["😀", 4],
    ["👍🏽", 8],
    ["🇩🇪", 8],
    ["1️⃣", 7],
    ["❤️", 6],
    [FAMILY, 25],
    ["a😀b", 6],
    ["https://example.com", 19],
  ])("counts %j as %i", (text, characters) => {
    expect(countCharacters(text, "threads")).toBe(characters);
  });

  it("counts no text as less than its graphemes, nor as more than its bytes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const counted = countCharacters(text, "threads");
        expect(counted).toBeGreaterThanOrEqual(countCharacters(text));
        expect(counted).toBeLessThanOrEqual(countBytes(text));
      }),
    );
  });
});

describe("counting bytes", () => {
  it.each([
    ["", 0],
    ["plain", 5],
    ["ñ", 2],
    ["日本語", 9],
    [FAMILY, 25],
  ])("counts %j as %i", (text, bytes) => {
    expect(countBytes(text)).toBe(bytes);
  });
});

describe("counting in any way", () => {
  const countings = ["graphemes", "x", "mastodon", "threads"] as const;

  it("adds up: a line more costs its break and itself, whatever the text", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.constantFrom(...countings), (one, two, counting) => {
        const apart = countCharacters(one, counting) + countCharacters(two, counting);
        expect(countCharacters(`${one}\n${two}`, counting)).toBe(apart + 1);
      }),
    );
  });

  it("gets through a long text of whatever shape", () => {
    for (const text of [
      "a".repeat(100_000),
      "日.".repeat(50_000),
      "a.".repeat(50_000),
      "a.bc ".repeat(20_000),
    ]) {
      for (const counting of countings) expect(countCharacters(text, counting)).toBeGreaterThan(0);
    }
  });
});
