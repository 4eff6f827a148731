import type { Transcript } from "@caption-generator/schema";
import { spaceBetween } from "./spacing.ts";

/** A pause after which something new begins, in seconds. */
const PARAGRAPH_SECONDS = 2;

/** The transcript to be read: a paragraph is what is said without a long pause. */
export function writeTxt({ segments }: Pick<Transcript, "segments">): string {
  let text = "";
  let lastEnd = Number.POSITIVE_INFINITY;
  for (const { start, end, text: said } of segments) {
    if (text !== "")
      text += start - lastEnd >= PARAGRAPH_SECONDS ? "\n\n" : spaceBetween(text.slice(-2), said);
    text += said;
    lastEnd = end;
  }
  return text === "" ? "" : `${text}\n`;
}
