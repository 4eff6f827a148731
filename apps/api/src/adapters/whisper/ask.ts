import { AppError } from "../../errors/app-error.ts";
import type { AudioFile, TranscribeRequest } from "../../ports/transcriber.ts";
import { retry } from "../../retry/retry.ts";
import { withTimeout } from "../../retry/with-timeout.ts";
import type { WhisperCall } from "./client.ts";
import { createWhisperClient, openAudio, refusesFormat } from "./client.ts";
import type { WhisperSettings } from "./config.ts";
import { toTranscriptionError, unusable } from "./errors.ts";
import type { Heard } from "./response.ts";
import { readResponse } from "./response.ts";
import type { Tally } from "./tally.ts";
import { TranscriptionError } from "./transcription-error.ts";

export interface AskContext extends Pick<TranscribeRequest, "signal" | "onRetry"> {
  readonly audio: AudioFile;
  /** How long the audio is. */
  readonly seconds: number;
  /** Milliseconds since the epoch. */
  readonly deadline: number;
  readonly tally: Tally;
}

export type Answer = Heard | "format refused";
export type Ask = (
  wish: Pick<WhisperCall, "format" | "language">,
  context: AskContext,
) => Promise<Answer>;

/** Calls that end in time and are repeated where that may help. */
export function createAsk(settings: WhisperSettings): Ask {
  const { clock, maxAttempts } = settings;
  const client = createWhisperClient(settings);

  async function attempt(call: WhisperCall, context: AskContext): Promise<Answer> {
    const { signal, deadline, tally, seconds } = context;
    const timeoutMs = Math.max(1, Math.min(settings.timeoutMs(seconds), deadline - clock.now()));
    const errorContext = { ...settings, timeoutMs, now: clock.now(), bytes: context.audio.bytes };
    tally.countCall();
    try {
      const raw = await withTimeout((inTime) => client.transcribe(call, inTime), {
        timeoutMs,
        signal,
      });
      const reading = readResponse(raw);
      if (reading.ok) return reading.heard;
      throw unusable(reading.why, errorContext);
    } catch (error) {
      signal.throwIfAborted();
      if (call.format === "verbose_json" && refusesFormat(error)) return "format refused";
      settings.meter.failed();
      throw toTranscriptionError(error, errorContext);
    }
  }

  return async (wish, context) => {
    const { signal, deadline, onRetry } = context;
    const call = { ...wish, file: await openAudio(context.audio.path) };
    return await retry(() => attempt(call, context), {
      maxAttempts,
      signal,
      deadline,
      clock,
      isRetryable: (error) => error instanceof AppError && error.retryable,
      retryAfterMs: (error) => (error instanceof AppError ? error.retryAfterMs : undefined),
      onRetry: (error, waitMs) => {
        if (error instanceof TranscriptionError) onRetry?.(error.reason, waitMs);
      },
    });
  };
}
