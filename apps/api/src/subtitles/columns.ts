const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60]/u;

/** Latin and Cyrillic, where each code unit is a character: most text, and fifty times as fast. */
const SIMPLE = /^[\u0020-\u02ff\u0400-\u0482\u048a-\u052f\u2010-\u2027]*$/u;

/** What readers take for single characters. */
export function graphemesOf(text: string): string[] {
  return Array.from(GRAPHEMES.segment(text), ({ segment }) => segment);
}

/** How wide a text is: a character that is as wide as it is high counts as two. */
export function columnsOf(text: string): number {
  if (SIMPLE.test(text)) return text.length;
  return graphemesOf(text).reduce((sum, grapheme) => sum + columnsOfOne(grapheme), 0);
}

export const columnsOfOne = (grapheme: string) => (WIDE.test(grapheme) ? 2 : 1);
