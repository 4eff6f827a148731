/** Pairs of quotation marks, as the world's scripts write them around a whole text. */
const PAIRS = [
  '""',
  "''",
  "``",
  "“”",
  "„“",
  "„”",
  "‟”",
  "””",
  "‘’",
  "‚‘",
  "‚’",
  "«»",
  "»«",
  "‹›",
  "›‹",
  "「」",
  "『』",
  "《》",
  "〈〉",
  "〝〞",
  "〝〟",
  "❝❞",
  "＂＂",
].map((pair): [string, string] => [pair.slice(0, 1), pair.slice(1)]);

/** Takes off the quotation marks around a whole text, but none that belong to words in it. */
export function unquote(text: string): string {
  for (const [open, close] of PAIRS) {
    if (text.length < 3 || !text.startsWith(open) || !text.endsWith(close)) continue;
    const inner = text.slice(1, -1);
    // `'It's fine'` has an apostrophe within; `"Yes" and "no"` is two quotes, not one.
    const marks = inner.replace(/(?<=\p{L})['’](?=\p{L})/gu, "");
    if (!marks.includes(open) && !marks.includes(close)) return unquote(inner.trim());
  }
  return text;
}
