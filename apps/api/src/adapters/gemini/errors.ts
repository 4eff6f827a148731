import { GoogleGenerativeAIError, GoogleGenerativeAIFetchError } from "@google/generative-ai";
import type { AnswerOutcome } from "./answer.ts";
import { explainBlock } from "./block-reasons.ts";
import type { GeminiSettings } from "./config.ts";
import { GeminiError } from "./gemini-error.ts";
import { fromHttpStatus } from "./http-errors.ts";

export interface ErrorContext extends Pick<GeminiSettings, "baseUrl" | "timeoutMs"> {
  readonly model: string;
}

/**
 * What the SDK throws as an error for people. The original, whose message may quote what was sent,
 * stays in `cause`. An error that is none of the SDK's or of the network's comes back as it is.
 */
export function toGeminiError(error: unknown, context: ErrorContext): unknown {
  if (error instanceof DOMException && error.name === "TimeoutError") {
    return timedOut(error, context);
  }
  if (error instanceof GoogleGenerativeAIFetchError) return fromHttpStatus(error, context);
  if (error instanceof GoogleGenerativeAIError) return unreachable(error, context);
  // The SDK wraps what happens up to the headers; a body that ends early or is no JSON fails bare.
  if (error instanceof TypeError || error instanceof SyntaxError) return brokenOff(error);
  return error;
}

function timedOut(cause: Error, { timeoutMs }: ErrorContext): GeminiError {
  return new GeminiError({
    code: "model_timeout",
    reason: `Gemini did not answer within ${Math.ceil(timeoutMs / 1_000)} s.`,
    fix: "Try again in a few minutes.",
    retryable: true,
    cause,
  });
}

function unreachable(cause: Error, { baseUrl }: ErrorContext): GeminiError {
  const { host } = new URL(baseUrl);
  return new GeminiError({
    code: "model_unavailable",
    reason: `Gemini could not be reached at ${host}.`,
    fix: "Check the server's network and GEMINI_BASE_URL, then try again.",
    retryable: true,
    cause,
  });
}

function brokenOff(cause: Error): GeminiError {
  return new GeminiError({
    code: "model_unavailable",
    reason: "Gemini's answer broke off midway.",
    fix: "Try again.",
    retryable: true,
    cause,
  });
}

/** For a caption that came while Gemini is left alone. */
export function leftAlone(waitMs: number): GeminiError {
  return new GeminiError({
    code: "model_unavailable",
    reason: "Gemini is not asked just now: it failed again and again, or asked for a pause.",
    fix: "Try again in a few minutes.",
    retryable: true,
    retryAfterMs: waitMs,
  });
}

/** The error for a caption that waited for its turn until no time was left; Gemini was not asked. */
export function noTurn(): GeminiError {
  return new GeminiError({
    code: "model_timeout",
    reason: "So many captions are under way that this one had no turn in time.",
    fix: "Try again in a few minutes.",
    retryable: true,
  });
}

/** The error for an outcome that stayed without an answer after a second chance. */
export function toOutcomeError(outcome: Exclude<AnswerOutcome, { kind: "answer" }>): GeminiError {
  switch (outcome.kind) {
    case "blocked": {
      const { why, fix } = explainBlock(outcome.reason);
      return new GeminiError({
        code: "model_blocked",
        reason: `Gemini wrote no caption: ${why}`,
        fix,
      });
    }
    case "truncated":
      return new GeminiError({
        code: "model_answer_unusable",
        reason: "Gemini ran out of room before its answer was complete, twice in a row.",
        fix: "Ask for fewer variants or a shorter length, or try again.",
        retryable: true,
      });
    case "unusable":
      return new GeminiError({
        code: "model_answer_unusable",
        reason: `Gemini's answer ${outcome.why}, even when it was asked again.`,
        fix: "Try again; if it stays so, set GEMINI_MODEL to another model.",
        retryable: true,
      });
  }
}
