import { COCO } from "../detector/coco.ts";
import { COLOUR_NAMES } from "../sight/colours.ts";
import type { Light, Sight, Thing } from "../sight/sight.ts";

const LIGHT_WORDS: readonly (readonly [Light, RegExp])[] = [
  ["warm", /\b(?:sunset|sunrise|golden|warm|candle|glow)/iu],
  ["dark", /\b(?:night|dark|unlit)/iu],
  ["dim", /\b(?:dim|dusk|shade|shadow)/iu],
  ["bright", /\b(?:bright|sunny|sunlit|snow|daylight)/iu],
  ["soft", /\b(?:soft|misty|foggy|overcast|hazy)/iu],
];

/** Where no colour is named, nothing is claimed beyond light and dark. */
const NO_COLOUR: Sight["colours"] = [{ name: "grey", share: 1 }];

/**
 * What can be told from somebody else's description of a picture: the things and colours it names.
 * Used where another model saw the photo, which is gone, and left no measurements of ours.
 */
export function sightFromWords(description: string): Sight {
  const has = (word: string) => new RegExp(String.raw`\b${word}\b`, "iu").test(description);
  const things = COCO.flatMap(({ label, plural, kind }): Thing[] => {
    const many = label !== plural && has(plural);
    if (!many && !has(label)) return [];
    // No box, and so no place; a full score, for whoever described it saw it.
    const box = { x: 0, y: 0, width: 0, height: 0 };
    return [{ label, kind, count: many ? 4 : 1, box, area: 0.3, score: 1 }];
  }).slice(0, 2);
  const colours = COLOUR_NAMES.filter(has).slice(0, 3);
  return {
    version: 1,
    things,
    colours: colours.length > 0 ? colours.map((name) => ({ name, share: 1 / 3 })) : NO_COLOUR,
    light: LIGHT_WORDS.find(([, words]) => words.test(description))?.[0] ?? "even",
    warmth: "neutral",
    colourfulness: colours.length > 0 ? "natural" : "muted",
    format: "landscape",
    brightest: null,
    empty: null,
  };
}
