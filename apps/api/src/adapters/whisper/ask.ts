import { AppError } from "../../errors/app-error.ts";
import type { AudioFile, TranscribeRequest } from "../../ports/transcriber.ts";
import { judgeCall } from "../../retry/judge-call.ts";
import { retry } from "../../retry/retry.ts";
import { throughCircuits } from "../../retry/through-circuits.ts";
import { withTimeout } from "../../retry/with-timeout.ts";
import type { WhisperCall } from "./client.ts";
import { openAudio, refusesFormat } from "./client.ts";
import type { WhisperSettings } from "./config.ts";
import { leftAlone, noTurn, toTranscriptionError, unusable } from "./errors.ts";
import type { ModelLine } from "./lines.ts";
import type { HeardAudio } from "./response.ts";
import { readResponse } from "./response.ts";
import { LeftAloneError, TranscriptionError } from "./transcription-error.ts";

export interface AskContext extends Pick<TranscribeRequest, "signal" | "onRetry"> {
  readonly audio: AudioFile;
  /** How long the audio is. */
  readonly seconds: number;
  /** Milliseconds since the epoch. */
  readonly deadline: number;
}

export interface Answered {
  readonly line: ModelLine;
  readonly heard: HeardAudio | "format refused";
  /** How many calls it took, those that failed included. */
  readonly calls: number;
}

export type Ask = (wish: Pick<WhisperCall, "language">, context: AskContext) => Promise<Answered>;

/** Longer than a rate limit lasts; who waits in vain gets captions from the picture alone. */
const WAIT_FOR_CIRCUIT_MS = 90_000;

/** What a piece may be longer than it was asked to be, for sums of fractions are not exact. */
const CUT_TOLERANCE_S = 0.01;

/** Calls that end in time, go to a model that answers, and are repeated where that may help. */
export function createAsk(settings: WhisperSettings, lines: readonly ModelLine[]): Ask {
  const { clock, maxAttempts } = settings;

  async function attempt(
    { model, client, formats }: ModelLine,
    wish: Omit<WhisperCall, "format">,
    context: AskContext,
  ): Promise<Answered["heard"]> {
    const { signal, deadline, seconds } = context;
    const timeoutMs = Math.max(1, Math.min(settings.timeoutMs(seconds), deadline - clock.now()));
    const named = { ...settings, model, timeoutMs };
    const errorContext = { ...named, now: clock.now(), bytes: context.audio.bytes };
    const call = { ...wish, format: formats.current() };
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
      if (call.format === "verbose_json" && refusesFormat(error)) {
        formats.refused();
        return "format refused";
      }
      settings.meter.failed();
      throw toTranscriptionError(error, errorContext);
    }
  }

  const askAny = (context: AskContext, work: (line: ModelLine) => Promise<Answered>) =>
    throughCircuits({
      signal: context.signal,
      deadline: Math.min(context.deadline, clock.now() + WAIT_FOR_CIRCUIT_MS),
      clock,
      lines,
      work,
      judge: (error) => judgeCall(error, context.signal),
      goesOn: (error) => isRetryable(error) || isUnknownModel(error),
      passes: isRetryable,
      onGoingOn: (error) => tell(context, error, 0),
      onWait: (waitMs) => tell(context, leftAlone(settings, waitMs), waitMs),
      tooLong: (waitMs) => leftAlone(settings, waitMs),
      end: context.deadline,
      noTurn: () => noTurn(settings),
    });

  return async (wish, context) => {
    const { signal, deadline } = context;
    const call = { ...wish, file: await openAudio(context.audio.path) };
    let calls = 0;
    const askOne = async (line: ModelLine): Promise<Answered> => {
      // Since it was cut, another piece may have learnt that this model tells no times.
      const tooLong = context.seconds > line.formats.maxSeconds() + CUT_TOLERANCE_S;
      if (tooLong) return { line, heard: "format refused", calls };
      calls += 1;
      const heard = await attempt(line, call, context);
      return { line, heard, calls };
    };
    return await retry(() => askAny(context, askOne), {
      maxAttempts,
      signal,
      deadline,
      clock,
      isRetryable: (error) => isRetryable(error) && !(error instanceof LeftAloneError),
      retryAfterMs: (error) => (error instanceof AppError ? error.retryAfterMs : undefined),
      onRetry: (error, waitMs) => tell(context, error, waitMs),
    });
  };
}

const isRetryable = (error: unknown) => error instanceof AppError && error.retryable;

const isUnknownModel = (error: unknown) =>
  error instanceof AppError && error.code === "transcription_model_not_found";

function tell({ onRetry }: AskContext, error: unknown, waitMs: number): void {
  if (error instanceof TranscriptionError) onRetry?.(error.reason, waitMs);
}
