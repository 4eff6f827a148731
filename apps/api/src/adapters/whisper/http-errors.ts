import type { APIError } from "openai";
import { DEFAULT_MODEL } from "./config.ts";
import type { ErrorContext } from "./error-context.ts";
import { readRetryAfter } from "./retry-after.ts";
import type { TranscriptionErrorInit } from "./transcription-error.ts";
import { TranscriptionError } from "./transcription-error.ts";

type Refusal = Omit<TranscriptionErrorInit, "cause">;

/** An HTTP error of OpenAI's (https://developers.openai.com/api/docs/guides/error-codes), or of a server like it. */
export function fromHttpStatus(error: APIError, context: ErrorContext): TranscriptionError {
  return new TranscriptionError({ ...refusal(error, context), cause: error });
}

function refusal(error: APIError, context: ErrorContext): Refusal {
  const status = error.status ?? 0;
  if (status === 401 || status === 403) return rejectedKey(status, context);
  if (status === 402 || error.code === "insufficient_quota") return quotaUsedUp(context);
  if (status === 404) return notThere(error, context);
  if (status === 413) return tooLarge(context);
  if (status === 429) return rateLimited(readRetryAfter(error.headers, context.now), context);
  if (status === 408 || status === 409 || status >= 500) return outOfOrder(status, context);
  if (error.param === "file" || /corrupt|unsupported file|decod/iu.test(error.message)) {
    return unreadableAudio(context);
  }
  return {
    code: "transcription_refused",
    reason: `${context.service} refused the request as it stands (HTTP ${status}).`,
    fix: `Check that TRANSCRIPTION_MODEL, now "${context.model}", is a model that transcribes files, as ${DEFAULT_MODEL} is.`,
  };
}

function rejectedKey(status: number, { service, isOpenAi }: ErrorContext): Refusal {
  const source = isOpenAi ? "a key from https://platform.openai.com/api-keys" : "one it knows";
  return {
    code: "transcription_rejected_key",
    reason: `${service} rejected the API key (HTTP ${status}).`,
    fix: `Set OPENAI_API_KEY to ${source}, and restart.`,
  };
}

function quotaUsedUp({ service }: ErrorContext): Refusal {
  return {
    code: "transcription_quota_exhausted",
    reason: `${service} says that the credit of the API key is used up.`,
    fix: "Add credit to the account of OPENAI_API_KEY, or raise its limit, then try again.",
  };
}

function notThere({ code, message }: APIError, context: ErrorContext): Refusal {
  const { service, model, baseUrl } = context;
  if (code === "model_not_found" || /\bmodel\b/iu.test(message)) {
    return {
      code: "transcription_model_not_found",
      reason: `${service} has no model "${model}" for this key.`,
      fix: `Set TRANSCRIPTION_MODEL to one it has, such as ${DEFAULT_MODEL}, and restart.`,
    };
  }
  return {
    code: "transcription_refused",
    reason: `There is no transcription API at ${baseUrl}/audio/transcriptions.`,
    fix: "Set OPENAI_BASE_URL to where it is, which usually ends in /v1, and restart.",
  };
}

function tooLarge({ service, bytes }: ErrorContext): Refusal {
  return {
    code: "transcription_too_large",
    reason: `${service} takes no request of ${bytes} bytes.`,
    fix: "Let it, and any proxy before it, take requests of up to 25 MiB.",
  };
}

function rateLimited(retryAfterMs: number | undefined, { service }: ErrorContext): Refusal {
  const when =
    retryAfterMs === undefined ? "in a few minutes" : `in ${Math.ceil(retryAfterMs / 1_000)} s`;
  return {
    code: "transcription_rate_limited",
    reason: `${service} has too many requests of this key.`,
    fix: `Try again ${when}.`,
    retryable: true,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}

function outOfOrder(status: number, { service }: ErrorContext): Refusal {
  return {
    code: "transcription_unavailable",
    reason: `${service} is overloaded or out of order (HTTP ${status}).`,
    fix: "Try again in a few minutes.",
    retryable: true,
  };
}

function unreadableAudio({ service }: ErrorContext): Refusal {
  return {
    code: "transcription_audio_refused",
    reason: `${service} could not read the audio.`,
    fix: "Use a video whose sound plays elsewhere, or save it again as MP4.",
  };
}
