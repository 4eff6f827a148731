import { columnsOf, columnsOfOne, graphemesOf } from "./columns.ts";
import { RULES } from "./cue.ts";
import { UNSPACED } from "./spacing.ts";

export interface Word {
  readonly text: string;
  /** Whether it follows the word before it without a space. */
  readonly glued: boolean;
}

const OPENING = /^[\p{Ps}\p{Pi}¿¡「『（《〈【]+$/u;

/**
 * The places at which a text may be broken: at spaces; in scripts without spaces between words, with
 * their punctuation; and in what is too long for any line, between any two characters.
 *
 * @param language a BCP 47 tag; null where nobody told
 */
export function splitWords(text: string, language: string | null): Word[] {
  const chunks = text.split(/\s+/u).filter((chunk) => chunk !== "");
  return chunks.flatMap((chunk) =>
    (UNSPACED.test(chunk) ? segment(chunk, language) : [chunk])
      .flatMap(cutToLines)
      .map((word, index) => ({ text: word, glued: index > 0 })),
  );
}

function segment(chunk: string, language: string | null): string[] {
  const segmenter = new Intl.Segmenter(language ?? undefined, { granularity: "word" });
  const words: string[] = [];
  let opening = "";
  for (const { segment: part, isWordLike } of segmenter.segment(chunk)) {
    if (isWordLike) {
      words.push(opening + part);
      opening = "";
    } else if (OPENING.test(part) || words.length === 0) {
      opening += part;
    } else {
      words.push(`${words.pop() ?? ""}${opening}${part}`);
      opening = "";
    }
  }
  return opening === "" ? words : [...words.slice(0, -1), `${words.at(-1) ?? ""}${opening}`];
}

function cutToLines(word: string): string[] {
  if (columnsOf(word) <= RULES.columns) return [word];
  const parts: string[] = [];
  let part = "";
  let columns = 0;
  for (const grapheme of graphemesOf(word)) {
    const width = columnsOfOne(grapheme);
    if (columns + width > RULES.columns) {
      parts.push(part);
      part = "";
      columns = 0;
    }
    part += grapheme;
    columns += width;
  }
  return [...parts, part];
}
