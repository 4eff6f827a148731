import { AppError } from "../../errors/app-error.ts";
import type { AudioFile, TranscribeRequest } from "../../ports/transcriber.ts";
import { judgeCall } from "../../retry/judge-call.ts";
import { retry } from "../../retry/retry.ts";
import { throughCircuits } from "../../retry/through-circuits.ts";
import { withTimeout } from "../../retry/with-timeout.ts";
import type { WhisperCall } from "./client.ts";
import { createWhisperClient, openAudio, refusesFormat } from "./client.ts";
import type { WhisperSettings } from "./config.ts";
import { leftAlone, toTranscriptionError, unusable } from "./errors.ts";
import type { Heard } from "./response.ts";
import { readResponse } from "./response.ts";
import type { Tally } from "./tally.ts";
import { LeftAloneError, TranscriptionError } from "./transcription-error.ts";

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

/** Longer than a rate limit lasts; who waits in vain gets captions from the picture alone. */
const WAIT_FOR_CIRCUIT_MS = 90_000;

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

  const askNow = (call: WhisperCall, context: AskContext) =>
    throughCircuits({
      signal: context.signal,
      deadline: Math.min(context.deadline, clock.now() + WAIT_FOR_CIRCUIT_MS),
      clock,
      lines: [settings],
      work: () => attempt(call, context),
      judge: (error) => judgeCall(error, context.signal),
      goesOn: () => false,
      onGoingOn: () => {},
      onWait: (waitMs) => tell(context, leftAlone(settings, waitMs), waitMs),
      tooLong: (waitMs) => leftAlone(settings, waitMs),
    });

  return async (wish, context) => {
    const { signal, deadline } = context;
    const call = { ...wish, file: await openAudio(context.audio.path) };
    return await retry(() => askNow(call, context), {
      maxAttempts,
      signal,
      deadline,
      clock,
      isRetryable: (error) =>
        error instanceof AppError && error.retryable && !(error instanceof LeftAloneError),
      retryAfterMs: (error) => (error instanceof AppError ? error.retryAfterMs : undefined),
      onRetry: (error, waitMs) => tell(context, error, waitMs),
    });
  };
}

function tell({ onRetry }: AskContext, error: unknown, waitMs: number): void {
  if (error instanceof TranscriptionError) onRetry?.(error.reason, waitMs);
}
