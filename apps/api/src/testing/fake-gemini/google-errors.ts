import type { Reply } from "./reply.ts";

const RPC = "type.googleapis.com/google.rpc";

/** Google's error body: https://cloud.google.com/apis/design/errors */
function googleError(
  code: number,
  status: string,
  message: string,
  details?: readonly unknown[],
): Reply {
  const error = { code, message, status, ...(details === undefined ? {} : { details }) };
  return { status: code, body: { error } };
}

export const invalidArgument = (message: string) => googleError(400, "INVALID_ARGUMENT", message);

/** @param field where in the body, in snake_case; empty for its top */
export function badField(field: string, description: string): Reply {
  const violation = { ...(field === "" ? {} : { field }), description };
  return googleError(400, "INVALID_ARGUMENT", description, [
    { "@type": `${RPC}.BadRequest`, fieldViolations: [violation] },
  ]);
}

export const noKey = () =>
  googleError(
    403,
    "PERMISSION_DENIED",
    "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.",
  );

export function invalidKey(): Reply {
  const message = "API key not valid. Please pass a valid API key.";
  return googleError(400, "INVALID_ARGUMENT", message, [
    {
      "@type": `${RPC}.ErrorInfo`,
      reason: "API_KEY_INVALID",
      domain: "googleapis.com",
      metadata: { service: "generativelanguage.googleapis.com" },
    },
    { "@type": `${RPC}.LocalizedMessage`, locale: "en-US", message },
  ]);
}

export const unknownModel = (model: string) =>
  googleError(
    404,
    "NOT_FOUND",
    `models/${model} is not found for API version v1beta, or is not supported for generateContent. Call ModelService.ListModels to see the list of available models and their supported methods.`,
  );

export const unsupportedRegion = () =>
  googleError(
    400,
    "FAILED_PRECONDITION",
    "User location is not supported for the API use without a billing account linked.",
  );

export function rateLimited(model: string, retryDelay: string | null): Reply {
  const seconds = retryDelay === null ? "" : ` Please retry in ${retryDelay}.`;
  const message = `You exceeded your current quota, please check your plan and billing details.${seconds}`;
  const retryInfo = { "@type": `${RPC}.RetryInfo`, retryDelay };
  return googleError(429, "RESOURCE_EXHAUSTED", message, [
    {
      "@type": `${RPC}.Help`,
      links: [
        {
          description: "Learn more about Gemini API quotas",
          url: "https://ai.google.dev/gemini-api/docs/rate-limits",
        },
      ],
    },
    {
      "@type": `${RPC}.QuotaFailure`,
      violations: [
        {
          quotaMetric: "generativelanguage.googleapis.com/generate_content_free_tier_requests",
          quotaId: "GenerateRequestsPerMinutePerProjectPerModel-FreeTier",
          quotaDimensions: { location: "global", model },
          quotaValue: "10",
        },
      ],
    },
    ...(retryDelay === null ? [] : [retryInfo]),
  ]);
}

const PLAIN_ERRORS = {
  401: ["UNAUTHENTICATED", "Request had invalid authentication credentials."],
  402: ["RESOURCE_EXHAUSTED", "Your prepayment credits are depleted."],
  403: ["PERMISSION_DENIED", "The caller does not have permission"],
  408: ["DEADLINE_EXCEEDED", "The request timed out."],
  499: ["CANCELLED", "The operation was cancelled."],
  500: ["INTERNAL", "An internal error has occurred. Please retry."],
  503: ["UNAVAILABLE", "The model is overloaded. Please try again later."],
  504: ["DEADLINE_EXCEEDED", "Deadline expired before operation could complete."],
} as const;

export function plainError(code: keyof typeof PLAIN_ERRORS): Reply {
  const [status, message] = PLAIN_ERRORS[code];
  return googleError(code, status, message);
}
