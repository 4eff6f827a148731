import type { GoogleGenerativeAIFetchError } from "@google/generative-ai";
import { DEFAULT_MODEL } from "./config.ts";
import type { ErrorDetails } from "./error-details.ts";
import { readErrorDetails } from "./error-details.ts";
import type { GeminiErrorInit } from "./gemini-error.ts";
import { GeminiError } from "./gemini-error.ts";

type Refusal = Omit<GeminiErrorInit, "cause">;

/** An HTTP error of Gemini's (https://ai.google.dev/gemini-api/docs/troubleshooting). */
export function fromHttpStatus(
  error: GoogleGenerativeAIFetchError,
  { model }: { readonly model: string },
): GeminiError {
  const status = error.status ?? 0;
  const details = readErrorDetails(error.errorDetails);
  return new GeminiError({ ...refusal(status, details, error.message, model), cause: error });
}

function refusal(status: number, details: ErrorDetails, message: string, model: string): Refusal {
  const invalidKey = status === 400 && details.reasons.includes("API_KEY_INVALID");
  if (invalidKey || status === 401 || status === 403) return rejectedKey(status);
  if (status === 402) return creditsUsedUp();
  if (status === 404) return unknownModel(model);
  if (status === 429) return rateLimited(details.retryAfterMs);
  if (status === 408 || status === 499 || status >= 500) return overloaded(status);
  // The status FAILED_PRECONDITION does not come through the SDK: only the message tells.
  if (/location is not supported/iu.test(message)) return unsupportedRegion();
  return {
    code: "model_request_refused",
    reason: `Gemini refused the request as it stands (HTTP ${status}).`,
    fix: `Check that GEMINI_MODEL, now "${model}", takes photos and writes JSON, as ${DEFAULT_MODEL} does, or use another photo.`,
  };
}

function rejectedKey(status: number): Refusal {
  return {
    code: "model_rejected_key",
    reason: `Gemini rejected the API key (HTTP ${status}).`,
    fix: "Set GEMINI_API_KEY to a key from https://aistudio.google.com/apikey that may use the Gemini API, and restart.",
  };
}

function creditsUsedUp(): Refusal {
  return {
    code: "model_quota_exhausted",
    reason: "The prepaid credits of the Gemini key are used up.",
    fix: "Add credits under Billing in Google AI Studio, then try again.",
  };
}

function unknownModel(model: string): Refusal {
  return {
    code: "model_not_found",
    reason: `Gemini has no model "${model}" for this key.`,
    fix: `Set GEMINI_MODEL to one it has, such as ${DEFAULT_MODEL}, and restart.`,
  };
}

function rateLimited(retryAfterMs: number | undefined): Refusal {
  const when =
    retryAfterMs === undefined ? "in a few minutes" : `in ${Math.ceil(retryAfterMs / 1_000)} s`;
  return {
    code: "model_rate_limited",
    reason: "The Gemini key has reached its rate limit.",
    fix: `Try again ${when}; a paid plan has higher limits.`,
    retryable: true,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}

function overloaded(status: number): Refusal {
  return {
    code: "model_unavailable",
    reason: `Gemini is overloaded or out of order (HTTP ${status}).`,
    fix: "Try again in a few minutes.",
    retryable: true,
  };
}

function unsupportedRegion(): Refusal {
  return {
    code: "model_request_refused",
    reason: "Gemini's free tier is not offered in the region of this server.",
    fix: "Enable billing for the key's project in Google AI Studio, or run the server elsewhere.",
  };
}
