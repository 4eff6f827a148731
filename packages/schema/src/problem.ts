import { z } from "zod";

/** Every way a request or a job can go wrong, as a stable code a program may branch on. */
export const PROBLEM_CODES = [
  "invalid_request",
  "invalid_json",
  "invalid_options",
  "unsupported_content_type",
  "sign_in_required",
  "sign_in_throttled",
  "access_token_wrong",
  "api_key_wrong",
  "scope_missing",
  "session_required",
  "cross_site_request",
  "too_many_api_keys",
  "not_found",
  "method_not_allowed",
  "request_too_large",
  "upload_too_large",
  "upload_type_unsupported",
  "upload_size_mismatch",
  "upload_empty",
  "upload_incomplete",
  "upload_already_used",
  "upload_part_unknown",
  "upload_not_in_parts",
  "upload_url_invalid",
  "upload_url_expired",
  "image_type_mismatch",
  "image_unreadable",
  "image_truncated",
  "image_empty",
  "image_too_many_pixels",
  "media_not_possible",
  "media_type_mismatch",
  "media_unreadable",
  "media_empty",
  "media_too_long",
  "media_codec_unsupported",
  "media_frame_too_large",
  "media_timeout",
  "malware_found",
  "scanner_unavailable",
  "idempotency_key_reused",
  "idempotency_key_invalid",
  "caption_not_finished",
  "caption_already_finished",
  "caption_not_retryable",
  "caption_cancelled",
  "language_unsupported",
  "model_rejected_key",
  "model_not_found",
  "model_quota_exhausted",
  "model_rate_limited",
  "model_unavailable",
  "model_timeout",
  "model_blocked",
  "model_answer_unusable",
  "model_request_refused",
  "transcription_off",
  "transcription_rejected_key",
  "transcription_model_not_found",
  "transcription_quota_exhausted",
  "transcription_rate_limited",
  "transcription_unavailable",
  "transcription_timeout",
  "transcription_audio_refused",
  "transcription_too_large",
  "transcription_answer_unusable",
  "transcription_refused",
  "storage_unavailable",
  "database_unavailable",
  "metrics_not_open",
  "shutting_down",
  "interrupted",
  "internal",
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

export const fieldErrorSchema = z.object({
  /** Where in the request, as a JSON pointer: `/options/variants`. */
  pointer: z.string(),
  detail: z.string(),
});

/** RFC 9457 problem details, with a code, the request's id, and the fields at fault. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.enum(PROBLEM_CODES),
    requestId: z.string().optional(),
    instance: z.string().optional(),
    retryable: z.boolean(),
    errors: z.array(fieldErrorSchema).optional(),
  })
  .meta({ id: "Problem" });

export type FieldError = z.infer<typeof fieldErrorSchema>;
export type Problem = z.infer<typeof problemSchema>;
