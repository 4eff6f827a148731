import { findLinks } from "./links.ts";
import type { Counting } from "./platforms.ts";

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** What X and Mastodon count a link as, however long it is. */
export const LINK_CHARACTERS = 23;

const REMOTE_MENTION = /(?<![\w/=])(@[\w.-]+)@[\w-]+(?:\.[\w-]+)+/gu;
const EMOJI = /\p{RGI_Emoji}/gv;

/** The text's user-perceived characters: a family emoji is one. */
export function splitGraphemes(text: string): string[] {
  return Array.from(graphemes.segment(text), (part) => part.segment);
}

/**
 * The length of `text` as a platform counts it; where that cannot be known for sure, not less.
 *
 * - `graphemes`: user-perceived characters.
 * - `x`: links count 23; an emoji counts 2, and so does each code point outside Latin, Greek,
 *   Cyrillic and their neighbours (twitter-text, configuration v3).
 * - `mastodon`: links with a protocol count 23, a remote mention counts without its server, and
 *   the rest counts in graphemes (Mastodon's status length validator).
 */
export function countCharacters(text: string, counting: Counting = "graphemes"): number {
  if (counting === "graphemes") return countGraphemes(text);
  return counting === "x"
    ? countWithLinks(text.normalize("NFC"), "x", weighForX)
    : countWithLinks(text, "mastodon", countForMastodon);
}

function countGraphemes(text: string): number {
  let count = 0;
  for (const _ of graphemes.segment(text)) count += 1;
  return count;
}

function countWithLinks(
  text: string,
  counting: Exclude<Counting, "graphemes">,
  count: (plain: string) => number,
): number {
  let total = 0;
  let at = 0;
  for (const link of findLinks(text, counting)) {
    const asText = link.certain ? 0 : count(text.slice(link.start, link.end));
    total += count(text.slice(at, link.start)) + Math.max(LINK_CHARACTERS, asText);
    at = link.end;
  }
  return total + count(text.slice(at));
}

function countForMastodon(text: string): number {
  return countGraphemes(text.replace(REMOTE_MENTION, "$1"));
}

/** An emoji weighs 2 however many code points it is joined of; other text goes by code point. */
function weighForX(text: string): number {
  let weight = 0;
  const plain = text.replace(EMOJI, () => {
    weight += 2;
    return "";
  });
  for (const character of plain) weight += isLight(character.codePointAt(0) ?? 0) ? 1 : 2;
  return weight;
}

/** The ranges of weight 1 in twitter-text's configuration v3. */
function isLight(codePoint: number): boolean {
  return (
    codePoint <= 0x10ff ||
    (codePoint >= 0x2000 && codePoint <= 0x200d) ||
    (codePoint >= 0x2010 && codePoint <= 0x201f) ||
    (codePoint >= 0x2032 && codePoint <= 0x2037)
  );
}
