import type { CaptionRequest } from "../../ports/caption-model.ts";

/** For thinking, the description, the alt text and the JSON around them. */
const BASE_TOKENS = 8_192;
/** Nobody fills a limit of 63,206 characters; some languages take a token for each character. */
const LONGEST_CAPTION_TOKENS = 4_000;
/** The most the Gemini 3 Flash models write. */
const MAX_TOKENS = 65_536;

/** An ample `maxOutputTokens` for a first try: thinking counts against it and cannot be foreseen. */
export function answerRoom({
  options,
  limits,
}: Pick<CaptionRequest, "options" | "limits">): number {
  return BASE_TOKENS + options.variants * Math.min(limits.maxCharacters, LONGEST_CAPTION_TOKENS);
}

export function moreRoom(tokens: number): number {
  return Math.min(tokens * 2, MAX_TOKENS);
}
