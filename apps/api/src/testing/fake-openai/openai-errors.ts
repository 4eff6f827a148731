import type { Reply } from "./reply.ts";

interface OpenAiError {
  readonly message: string;
  readonly type?: string;
  readonly param?: string | null;
  readonly code?: string | null;
}

const openAiError = (
  status: number,
  { message, type = "invalid_request_error", param = null, code = null }: OpenAiError,
): Reply => ({ status, body: { error: { message, type, param, code } } });

/** Recorded with this very content type, and with the status once more at its top. */
export function invalidKey(key: string): Reply {
  const masked = key.length > 8 ? `${key.slice(0, 4)}****${key.slice(-4)}` : "****";
  const error = {
    message: `Incorrect API key provided: ${masked}. You can find your API key at https://platform.openai.com/account/api-keys.`,
    type: "invalid_request_error",
    param: null,
    code: "invalid_api_key",
  };
  return {
    status: 401,
    type: "text/plain; charset=utf-8",
    body: JSON.stringify({ error, status: 401 }),
  };
}

export function tooLarge(limit: number, bytes: number): Reply {
  const error = {
    message: `413: Maximum content size limit (${limit}) exceeded (${bytes} bytes read)`,
    type: "server_error",
    param: null,
    code: null,
  };
  return { status: 413, body: { error, usage: { type: "duration", seconds: 0 } } };
}

export const missing = (param: string) =>
  openAiError(400, {
    message: `Missing required parameter: '${param}'.`,
    param,
    code: "missing_required_parameter",
  });

export const unknownModel = (model: string) =>
  openAiError(404, {
    message: `The model '${model}' does not exist or you do not have access to it.`,
    code: "model_not_found",
  });

export const unknownPath = (method: string, path: string) =>
  openAiError(404, { message: `Invalid URL (${method} ${path})` });

export const corrupt = () =>
  openAiError(400, {
    message: "Audio file might be corrupted or unsupported",
    param: "file",
    code: "invalid_value",
  });

export const unsupportedExtension = (extension: string) =>
  openAiError(400, {
    message: `Unsupported file format ${extension}`,
    code: "unsupported_value",
  });

export const refusedFormat = (format: string, model: string) =>
  openAiError(400, {
    message: `response_format '${format}' is not compatible with model '${model}-api-ev3'. Use 'json' or 'text' instead.`,
    param: "response_format",
    code: "unsupported_value",
  });

/** As quoted in murtaza-nasir/speakr issue 168 and pipecat-ai/pipecat issue 1575. */
export const badDuration = (seconds: number, is: string, limit: string) =>
  openAiError(400, {
    message: `audio duration ${seconds} seconds is ${is} than ${limit} for this model`,
    code: "invalid_value",
  });

export function rateLimited(retryAfter: string | null): Reply {
  const reply = openAiError(429, {
    message: "Rate limit reached for whisper-1 on requests per min (RPM): Limit 50, Used 50.",
    type: "requests",
    code: "rate_limit_exceeded",
  });
  return retryAfter === null ? reply : { ...reply, headers: { "retry-after": retryAfter } };
}

export const quotaUsedUp = () =>
  openAiError(429, {
    message: "You exceeded your current quota, please check your plan and billing details.",
    type: "insufficient_quota",
    code: "insufficient_quota",
  });

export const plainError = (status: number) =>
  openAiError(status, {
    message: "The server had an error while processing your request. Sorry about that!",
    type: status >= 500 ? "server_error" : "invalid_request_error",
  });
