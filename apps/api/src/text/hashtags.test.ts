import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inlineHashtags, normaliseHashtags, unhash } from "./hashtags.ts";

describe("normaliseHashtags", () => {
  it.each([
    ["sunset", "#sunset"],
    ["#sunset", "#sunset"],
    ["##sunset", "#sunset"],
    ["＃夕焼け", "#夕焼け"],
    ["golden hour", "#GoldenHour"],
    ["#golden-hour", "#GoldenHour"],
    ["don't stop", "#DontStop"],
    ["café_life", "#café_life"],
    ["München 2026", "#München2026"],
    ["غروب الشمس", "#غروبالشمس"],
    ["हिन्दी", "#हिन्दी"],
    ["می‌خواهم", "#می‌خواهم"],
    ["sunset 🌅", "#sunset"],
  ])("writes %j as %s", (tag, written) => {
    expect(normaliseHashtags([tag], 5)).toEqual([written]);
  });

  it.each(["", "#", "2026", "🌅", "!!!", `#${"verylong".repeat(10)}`])("drops %j", (tag) => {
    expect(normaliseHashtags([tag], 5)).toEqual([]);
  });

  it("takes apart what was written as one", () => {
    expect(normaliseHashtags(["#sun #sea, sand"], 5)).toEqual(["#sun", "#sea", "#sand"]);
  });

  it("writes none twice, whatever its case, and none that is taken", () => {
    expect(normaliseHashtags(["Sun", "#sun", "sea", "SEA"], 5, ["#Sea"])).toEqual(["#Sun"]);
  });

  it("writes at most as many as are wanted, the first ones", () => {
    expect(normaliseHashtags(["a", "b", "c"], 2)).toEqual(["#a", "#b"]);
    expect(normaliseHashtags(["a", "b", "c"], 0)).toEqual([]);
  });

  it("writes of anything only what platforms read as one hashtag, and reads it back the same", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" })), fc.nat(30), (tags, max) => {
        const written = normaliseHashtags(tags, max);
        expect(written.length).toBeLessThanOrEqual(max);
        expect(inlineHashtags(written.join(" "))).toEqual(written);
        expect(normaliseHashtags(written, max)).toEqual(written);
      }),
    );
  });
});

describe("unhash", () => {
  it("makes words of hashtags, and leaves what is none", () => {
    expect(unhash("A #GoldenHour walk in #NYCNights, #夕焼け & R&B#1 https://a.de/#top")).toBe(
      "A Golden Hour walk in NYC Nights, 夕焼け & R&B#1 https://a.de/#top",
    );
  });
});
