import type { ResponseFormat } from "./client.ts";
import type { WhisperSettings } from "./config.ts";

/** OpenAI's models after Whisper answer with text alone. */
const TEXT_ONLY = /^gpt-/u;

/**
 * What to ask of the model: times as well, unless its name tells that it has none, or until it has
 * refused once.
 */
export function createFormats({
  model,
  maxSeconds,
  maxTextSeconds,
}: Pick<WhisperSettings, "maxSeconds" | "maxTextSeconds"> & { readonly model: string }) {
  let format: ResponseFormat = TEXT_ONLY.test(model) ? "json" : "verbose_json";
  return {
    current: () => format,
    /** The longest a piece may be, in seconds. */
    maxSeconds: () => (format === "json" ? Math.min(maxSeconds, maxTextSeconds) : maxSeconds),
    refused(): void {
      format = "json";
    },
  };
}

export type Formats = ReturnType<typeof createFormats>;
