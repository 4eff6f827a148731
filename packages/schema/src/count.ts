import type { LinkCounting } from "./links.ts";
import { findLinks } from "./links.ts";
import type { Counting } from "./platforms.ts";

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** What X and Mastodon count a link as, however long it is. */
export const LINK_CHARACTERS = 23;

const REMOTE_MENTION = /(?<![\w/=])(@[\w.-]+)@[\w-]+(?:\.[\w-]+)+/gu;
const EMOJI = /\p{RGI_Emoji}/gv;
/** Any grapheme that may show as an emoji; `©` and the like as well, for nobody says how they count. */
const EMOJI_LIKE = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;

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
 * - `threads`: an emoji counts as its bytes in UTF-8, the rest in code points (Threads API, posts).
 */
export function countCharacters(text: string, counting: Counting = "graphemes"): number {
  switch (counting) {
    case "graphemes":
      return countGraphemes(text);
    case "x":
      return countWithLinks(text.normalize("NFC"), "x", weighForX);
    case "mastodon":
      return countWithLinks(text, "mastodon", countForMastodon);
    case "threads":
      return countForThreads(text);
  }
}

/** The length of `text` in UTF-8. */
export function countBytes(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    bytes += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  }
  return bytes;
}

function countGraphemes(text: string): number {
  let count = 0;
  for (const _ of graphemes.segment(text)) count += 1;
  return count;
}

function countWithLinks(
  text: string,
  counting: LinkCounting,
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

function countForThreads(text: string): number {
  let count = 0;
  for (const { segment } of graphemes.segment(text)) {
    count += EMOJI_LIKE.test(segment) ? countBytes(segment) : Array.from(segment).length;
  }
  return count;
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
