import { APIConnectionError, APIError } from "openai";
import type { ErrorContext } from "./error-context.ts";
import { fromHttpStatus } from "./http-errors.ts";
import { LeftAloneError, TranscriptionError } from "./transcription-error.ts";

/**
 * What the SDK throws as an error for people. The original, whose message may quote what was sent,
 * stays in `cause`. An error that is none of the SDK's or of the network's comes back as it is.
 */
export function toTranscriptionError(error: unknown, context: ErrorContext): unknown {
  if (error instanceof DOMException && error.name === "TimeoutError") {
    return timedOut(error, context);
  }
  if (error instanceof APIConnectionError) return unreachable(error, context);
  if (error instanceof APIError) return fromHttpStatus(error, context);
  // The SDK wraps what happens up to the headers; a body that ends early or is no JSON fails bare.
  if (error instanceof TypeError || error instanceof SyntaxError) return brokenOff(error, context);
  return error;
}

/** For an answer with HTTP 200 that is no transcript. @param why completes "... answered with" */
export function unusable(why: string, { service, isOpenAi }: ErrorContext): TranscriptionError {
  return new TranscriptionError({
    code: "transcription_answer_unusable",
    reason: `${service} answered with ${why}.`,
    fix: isOpenAi
      ? "Try again; if it stays so, set TRANSCRIPTION_MODEL to another model."
      : "Check that OPENAI_BASE_URL leads to a server with OpenAI's transcription API, which usually ends in /v1.",
    retryable: true,
  });
}

/** For audio that came while the transcriber is left alone. */
export function leftAlone(
  { service }: Pick<ErrorContext, "service">,
  waitMs: number,
): LeftAloneError {
  return new LeftAloneError({
    code: "transcription_unavailable",
    reason: `${service} is not asked just now: it failed again and again, or asked for a pause.`,
    fix: "Try again in a few minutes.",
    retryable: true,
    retryAfterMs: waitMs,
  });
}

/** For audio that waited for its turn until no time was left; nobody was asked. */
export function noTurn({ service }: Pick<ErrorContext, "service">): TranscriptionError {
  return new TranscriptionError({
    code: "transcription_timeout",
    reason: `So much is being written down that ${service} could not be asked in time.`,
    fix: "Try again in a few minutes.",
    retryable: true,
  });
}

function timedOut(cause: Error, { timeoutMs, service }: ErrorContext): TranscriptionError {
  return new TranscriptionError({
    code: "transcription_timeout",
    reason: `${service} did not answer within ${Math.ceil(timeoutMs / 1_000)} s.`,
    fix: "Try again in a few minutes.",
    retryable: true,
    cause,
  });
}

function unreachable(cause: Error, { baseUrl }: ErrorContext): TranscriptionError {
  const { host } = new URL(baseUrl);
  return new TranscriptionError({
    code: "transcription_unavailable",
    reason: `The transcriber could not be reached at ${host}.`,
    fix: "Check the server's network and OPENAI_BASE_URL, then try again.",
    retryable: true,
    cause,
  });
}

function brokenOff(cause: Error, { service }: ErrorContext): TranscriptionError {
  return new TranscriptionError({
    code: "transcription_unavailable",
    reason: `${service} broke off in the middle of its answer.`,
    fix: "Try again.",
    retryable: true,
    cause,
  });
}
