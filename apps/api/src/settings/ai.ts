import { z } from "zod";
import { given, givenList, givenUrl } from "./given.ts";

/** The paid models. */
export const aiSettings = {
  GEMINI_API_KEY: given,
  GEMINI_BASE_URL: givenUrl,
  /** The first writes; the others stand in, in their order, where it does not answer. */
  GEMINI_MODEL: givenList.default(["gemini-3.8-flash"]),
  /** How many calls of the caption model one process has under way at once; more wait their turn. */
  AI_CONCURRENCY: z.coerce.number().int().min(1).max(1_000).default(64),
  OPENAI_API_KEY: given,
  OPENAI_BASE_URL: givenUrl,
  /** The first hears; the others stand in, in their order, where it does not answer. */
  TRANSCRIPTION_MODEL: givenList.default(["whisper-1"]),
};
