import type { ProblemCode } from "@caption-generator/schema";

interface Kind {
  readonly status: number;
  readonly title: string;
}

/** The one place where a code becomes an HTTP status. */
export const PROBLEM_KINDS: Readonly<Record<ProblemCode, Kind>> = {
  invalid_request: { status: 400, title: "The request is not valid" },
  invalid_json: { status: 400, title: "The body is not JSON" },
  invalid_options: { status: 422, title: "The options are not valid" },
  unsupported_content_type: { status: 415, title: "The body's content type is not supported" },
  not_found: { status: 404, title: "Not found" },
  method_not_allowed: { status: 405, title: "Method not allowed" },
  request_too_large: { status: 413, title: "The request is too large" },
  upload_too_large: { status: 413, title: "The file is too large" },
  upload_type_unsupported: { status: 415, title: "The file's type is not supported" },
  upload_size_mismatch: { status: 422, title: "The file's size is not as declared" },
  upload_empty: { status: 422, title: "The file is empty" },
  upload_incomplete: { status: 409, title: "The upload is not complete" },
  upload_already_used: { status: 409, title: "The upload was used already" },
  upload_url_invalid: { status: 403, title: "The upload URL is not valid" },
  upload_url_expired: { status: 403, title: "The upload URL has expired" },
  image_type_mismatch: { status: 415, title: "The file is not a photo we take" },
  image_unreadable: { status: 422, title: "The picture cannot be read" },
  image_truncated: { status: 422, title: "The picture is not complete" },
  image_empty: { status: 422, title: "The picture has no pixels" },
  image_too_many_pixels: { status: 422, title: "The picture has too many pixels" },
  malware_found: { status: 422, title: "The file contains malware" },
  scanner_unavailable: { status: 503, title: "The malware scanner does not answer" },
  idempotency_key_reused: { status: 422, title: "The Idempotency-Key was used before" },
  idempotency_key_invalid: { status: 400, title: "The Idempotency-Key is not valid" },
  caption_not_finished: { status: 409, title: "The caption is not finished" },
  caption_already_finished: { status: 409, title: "The caption is finished already" },
  caption_cancelled: { status: 409, title: "The caption was cancelled" },
  language_unsupported: { status: 422, title: "The language is not supported" },
  model_rejected_key: { status: 502, title: "The caption model rejected our key" },
  model_not_found: { status: 502, title: "The caption model does not exist" },
  model_quota_exhausted: { status: 502, title: "The caption model's quota is used up" },
  model_rate_limited: { status: 503, title: "The caption model is busy" },
  model_unavailable: { status: 503, title: "The caption model is not available" },
  model_timeout: { status: 504, title: "The caption model took too long" },
  model_blocked: { status: 422, title: "The caption model declined this photo" },
  model_answer_unusable: { status: 502, title: "The caption model's answer was not usable" },
  model_request_refused: { status: 502, title: "The caption model refused the request" },
  storage_unavailable: { status: 503, title: "The storage is not available" },
  shutting_down: { status: 503, title: "The server is going down" },
  interrupted: { status: 503, title: "The work was interrupted" },
  internal: { status: 500, title: "Something went wrong on our side" },
};
