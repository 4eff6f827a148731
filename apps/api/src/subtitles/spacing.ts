/** Scripts that are written without spaces between words. */
export const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const UNSPACED_END = new RegExp(`(?:${UNSPACED.source}|[\\u3000-\\u303f\\uff01-\\uff60])$`, "u");
const UNSPACED_START = new RegExp(`^(?:${UNSPACED.source}|[\\u3000-\\u303f\\uff01-\\uff60])`, "u");

/** What stands between two texts that follow each other: nothing within a script without spaces. */
export function spaceBetween(before: string, after: string): "" | " " {
  return UNSPACED_END.test(before) && UNSPACED_START.test(after) ? "" : " ";
}
