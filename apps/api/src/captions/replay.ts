import type { Caption } from "@caption-generator/schema";
import type { Deps } from "../deps.ts";
import { AppError } from "../errors/app-error.ts";
import type { UploadRecord } from "../ports/records.ts";
import { removeUnused } from "../uploads/remove-unused.ts";
import { findOwnCaption } from "./find-own-caption.ts";
import { toCaption } from "./to-caption.ts";

interface FirstUse {
  readonly captionId: string;
  readonly sameRequest: boolean;
}

/**
 * Answers a repeated Idempotency-Key with the first caption.
 * @throws AppError idempotency_key_reused; the upload is left for a new key then
 */
export async function replay(
  deps: Deps,
  upload: UploadRecord,
  { captionId, sameRequest }: FirstUse,
): Promise<Caption> {
  const first = await findOwnCaption(deps, { sessionId: upload.sessionId, id: captionId });
  if (!sameRequest) {
    throw new AppError({
      code: "idempotency_key_reused",
      detail: `This Idempotency-Key was used for another request, which made ${captionId}. Use a new key for a new request.`,
    });
  }
  // The repeated request may have brought its photo again: one copy of it is enough.
  if (first.upload.id !== upload.id) await removeUnused(deps, upload);
  return toCaption(first);
}
