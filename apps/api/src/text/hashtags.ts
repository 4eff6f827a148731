/** A longer one is a sentence that lost its spaces. */
const MAX_TAG_CHARACTERS = 50;

const TAG = String.raw`[#＃][\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}_\u200c\u200d]*`;
const TRAILING_TAGS = new RegExp(String.raw`(?:(?:^|\s+)${TAG}[,;]?)+\s*$`, "u");
const INLINE_TAG = new RegExp(String.raw`(?<![\p{L}\p{N}_&/])${TAG}`, "gu");
/** Where words meet in `GoldenHour`, `NYCNights` or `golden_hour`. */
const WORD_BREAK = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|_+/gu;

/**
 * Hashtags as platforms read them: `#`, then letters, digits and underscores of any script, several
 * words joined as `#GoldenHour`. None twice, whatever its case; none without a letter.
 *
 * @param max how many at most; 0 gives none.
 * @param taken hashtags that are in use already, and not to be repeated.
 */
export function normaliseHashtags(
  tags: readonly string[],
  max: number,
  taken: readonly string[] = [],
): string[] {
  const used = new Set(taken.map(keyOf));
  const result: string[] = [];
  for (const phrase of tags.flatMap((tag) => tag.split(/[#＃,;\n]/u))) {
    const tag = toHashtag(phrase);
    if (tag === undefined || used.has(keyOf(tag))) continue;
    used.add(keyOf(tag));
    result.push(tag);
  }
  return result.slice(0, max);
}

/** Splits the hashtags that end a text from what comes before them. */
export function splitTrailingHashtags(text: string): { body: string; hashtags: string[] } {
  const end = TRAILING_TAGS.exec(text);
  if (end === null) return { body: text, hashtags: [] };
  return { body: text.slice(0, end.index).trimEnd(), hashtags: inlineHashtags(end[0]) };
}

/** The hashtags that stand anywhere in a text, in order. */
export function inlineHashtags(text: string): string[] {
  return text.match(INLINE_TAG) ?? [];
}

/** Makes words of the hashtags within a text: `a #GoldenHour walk` is `a Golden Hour walk`. */
export function unhash(text: string): string {
  return text.replace(INLINE_TAG, (tag) => tag.slice(1).replace(WORD_BREAK, " ").trim());
}

const keyOf = (tag: string) => tag.toLowerCase();

function toHashtag(phrase: string): string | undefined {
  const words = phrase
    .normalize("NFC")
    .replace(/['’]/gu, "")
    .split(/[^\p{L}\p{M}\p{N}_\u200c\u200d]+|(?<!\p{L}\p{M}*)[\u200c\u200d]+/u)
    .filter((word) => word !== "");
  const name = (words.length === 1 ? words : words.map(capitalise)).join("").normalize("NFC");
  if (!/\p{L}/u.test(name) || [...name].length > MAX_TAG_CHARACTERS) return undefined;
  return `#${name}`;
}

function capitalise(word: string): string {
  const [first = ""] = word;
  return first.toLocaleUpperCase("und") + word.slice(first.length);
}
