import { given, givenUrl } from "./given.ts";

/** The paid models. */
export const aiSettings = {
  GEMINI_API_KEY: given,
  GEMINI_BASE_URL: givenUrl,
  GEMINI_MODEL: given.default("gemini-3.8-flash"),
  OPENAI_API_KEY: given,
  OPENAI_BASE_URL: givenUrl,
  TRANSCRIPTION_MODEL: given.default("whisper-1"),
};
