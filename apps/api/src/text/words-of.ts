/** A text's letters and digits, in one case; the text itself where it has none. */
export function wordsOf(text: string): string {
  const words = text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, " ");
  return words.trim() || text;
}
