import type { Transcript } from "@caption-generator/schema";
import { columnsOf } from "./columns.ts";
import type { TimedText } from "./place-segments.ts";
import { placeSegments } from "./place-segments.ts";
import { spaceBetween } from "./spacing.ts";
import type { Word } from "./words.ts";
import { splitWords } from "./words.ts";

export interface TimedWord extends Word {
  readonly startMs: number;
  readonly endMs: number;
  readonly columns: number;
}

/**
 * All words of a transcript, in order and without overlap, within the media. Within a segment each has
 * the time of its share of the columns.
 */
export function toTimedWords(
  { segments, language }: Pick<Transcript, "segments" | "language">,
  mediaMs: number,
): TimedWord[] {
  let last = "";
  return placeSegments(segments, mediaMs).flatMap((segment) => {
    const words = timeWords(segment, language);
    const [first, ...rest] = words;
    if (first === undefined) return [];
    const glued = last !== "" && spaceBetween(last, first.text) === "";
    last = words.at(-1)?.text ?? last;
    return [{ ...first, glued }, ...rest];
  });
}

function timeWords({ startMs, endMs, text }: TimedText, language: string | null): TimedWord[] {
  const words = splitWords(text, language).map((word) => ({
    ...word,
    columns: columnsOf(word.text),
  }));
  const all = words.reduce((sum, { columns }) => sum + columns, 0);
  let said = 0;
  const at = () => Math.round(startMs + ((endMs - startMs) * said) / Math.max(1, all));
  return words.map((word) => {
    const from = at();
    said += word.columns;
    return { ...word, startMs: from, endMs: at() };
  });
}
