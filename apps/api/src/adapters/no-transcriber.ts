import { AppError } from "../errors/app-error.ts";
import type { Transcriber } from "../ports/transcriber.ts";

const NOTE =
  "Nobody writes down what is said in a video: its captions come from the picture alone. Set OPENAI_API_KEY, or OPENAI_BASE_URL for a server of your own, and start again.";

/** Stands where nothing transcribes, and says so. */
export function createNoTranscriber(): Transcriber {
  return {
    id: "none:none",
    active: false,
    note: NOTE,
    usdPerMinute: undefined,
    async transcribe({ signal }) {
      signal.throwIfAborted();
      throw new AppError({ code: "transcription_off", detail: NOTE });
    },
    close: async () => {},
  };
}
