import type { CaptionResult } from "@caption-generator/schema";
import { countCharacters } from "@caption-generator/schema";
import { cleanCaption } from "./clean-caption.ts";
import { cutToLimit } from "./cut-to-limit.ts";
import { unhash } from "./hashtags.ts";

/**
 * Alt text for a screen reader: one paragraph without emoji and hashtags, which are read out one by
 * one, and without "image of", which the reader says itself.
 *
 * @param max graphemes.
 */
export function toAltText(text: string, max: number): CaptionResult["altText"] {
  const cut = cutToLimit(cleanAltText(text), max);
  return { text: cut, characters: countCharacters(cut), limit: max };
}

/** Alt text before it is cut. */
export function cleanAltText(text: string): string {
  const { body } = cleanCaption(text, { emoji: false });
  return unhash(body).replace(/\n+/gu, " ");
}
