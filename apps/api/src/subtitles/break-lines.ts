import type { Strength } from "./break-strength.ts";
import { strengthAfter } from "./break-strength.ts";
import { columnsOf } from "./columns.ts";
import { RULES } from "./cue.ts";
import type { Word } from "./words.ts";

const COST: Readonly<Record<Strength, number>> = {
  sentence: 0,
  clause: 1,
  phrase: 2,
  word: 4,
  never: 7,
};

/** Columns of difference between two lines that are as bad as one more point of `COST`. */
const UNEVEN_COLUMNS = 8;

/** Words as text, with their spaces. */
export function joinWords(words: readonly Word[]): string {
  return words.map(({ text, glued }, index) => (index === 0 || glued ? text : ` ${text}`)).join("");
}

/**
 * The words in one line if they fit, else in two: broken where the sense allows it, and about evenly.
 *
 * @param words that fit into two lines
 */
export function breakLines(words: readonly Word[]): string[] {
  const whole = joinWords(words);
  if (columnsOf(whole) <= RULES.columns) return [whole];
  let best: { readonly cost: number; readonly lines: string[] } | undefined;
  for (let at = 1; at < words.length; at += 1) {
    const lines = [joinWords(words.slice(0, at)), joinWords(words.slice(at))];
    const [first = 0, second = 0] = lines.map(columnsOf);
    if (first > RULES.columns || second > RULES.columns) continue;
    const strength = strengthAfter(words[at - 1]?.text ?? "", words[at]?.text ?? "");
    const cost = COST[strength] + Math.abs(first - second) / UNEVEN_COLUMNS;
    if (best === undefined || cost < best.cost) best = { cost, lines };
  }
  return best?.lines ?? [whole];
}
