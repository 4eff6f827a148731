import { TONES } from "@caption-generator/schema";
import { describe, expect, it } from "vitest";
import { nearestTone, toneIn } from "./tone.ts";

describe("toneIn", () => {
  it.each([
    ["funnier", "witty"],
    ["like a pirate", "playful"],
    ["make it sound more professional", "professional"],
    ["epic and funny", "dramatic"],
    ["less dramatic, more casual", "casual"],
    ["not too serious, but uplifting", "inspirational"],
  ])("hears in %j something %s", (text, tone) => {
    expect(toneIn(text)).toBe(tone);
  });

  it.each(["with my friends", "switch the order", "less dramatic", "about irons and kites"])(
    "hears no tone in %j",
    (text) => {
      expect(toneIn(text)).toBeUndefined();
    },
  );
});

describe("nearestTone", () => {
  it("is the tone that was picked", () => {
    for (const tone of TONES) expect(nearestTone(tone)).toBe(tone);
  });

  it("is the one that comes nearest to somebody's own words", () => {
    expect(nearestTone({ custom: "dry humour" })).toBe("witty");
    expect(TONES).toContain(nearestTone({ custom: "like Hemingway" }));
  });
});
