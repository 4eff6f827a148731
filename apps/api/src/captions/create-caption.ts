import { createHash } from "node:crypto";
import type { Caption, CaptionOptions } from "@caption-generator/schema";
import type { Deps } from "../deps.ts";
import { AppError } from "../errors/app-error.ts";
import type { CaptionRecord, UploadRecord } from "../ports/records.ts";
import { requireArrived } from "../uploads/complete-upload.ts";
import { deleteBytes } from "../uploads/delete-bytes.ts";
import { captionCacheKey, readCachedCaption } from "./caption-cache.ts";
import { checkLanguage } from "./check-language.ts";
import { findOwnCaption } from "./find-own-caption.ts";
import { inspectUpload } from "./inspect-upload.ts";
import { newCaption } from "./new-caption.ts";
import { replay } from "./replay.ts";
import { searchText } from "./search-text.ts";
import { toCaption } from "./to-caption.ts";

export interface CreateCaptionInput {
  readonly upload: UploadRecord;
  readonly options: CaptionOptions;
  readonly idempotencyKey: string | undefined;
}

/**
 * Puts a caption on the queue, or answers at once where the same photo and options were captioned
 * before. With an idempotency key a second, equal request gets the first one's caption.
 * @throws AppError upload_incomplete, upload_already_used, language_unsupported,
 * idempotency_key_reused
 */
export async function createCaption(deps: Deps, input: CreateCaptionInput): Promise<Caption> {
  const { options, idempotencyKey } = input;
  const { sessionId } = input.upload;
  const claim =
    idempotencyKey === undefined
      ? undefined
      : { key: idempotencyKey, requestHash: requestHash(input) };
  if (claim !== undefined) {
    const first = await deps.captions.findIdempotent(sessionId, claim.key);
    if (first !== undefined) {
      return replay(deps, input.upload, {
        captionId: first.captionId,
        sameRequest: first.requestHash === claim.requestHash,
      });
    }
  }
  checkLanguage(deps.model, options);
  const upload = await requireArrived(deps, input.upload);
  if (upload.state !== "uploaded") throw taken(upload);
  const queued = newCaption(upload, options, { createdAt: deps.now(), revisionOf: null });
  const caption = (await fromCache(deps, upload, queued)) ?? {
    ...queued,
    ...(await inspectedSize(deps, upload)),
  };
  const outcome = await deps.captions.create(
    caption,
    searchText(upload.name, caption.result),
    claim,
  );
  if (outcome.kind === "replayed") return replay(deps, upload, outcome);
  if (outcome.kind === "upload_taken") throw taken(upload);
  if (caption.state === "done") {
    await deleteBytes(deps, upload.id);
    return toCaption(await findOwnCaption(deps, { sessionId, id: caption.id }));
  }
  deps.queue.wake();
  return toCaption({ caption, upload });
}

async function fromCache(
  { cache, model, now }: Deps,
  upload: UploadRecord,
  caption: CaptionRecord,
): Promise<CaptionRecord | undefined> {
  if (upload.sha256 === null) return undefined;
  const hit = await readCachedCaption(
    cache,
    captionCacheKey(upload.sha256, caption.options, model),
  );
  if (hit === undefined) return undefined;
  return {
    ...caption,
    state: "done",
    stage: null,
    width: hit.width,
    height: hit.height,
    modelId: model.id,
    onDevice: model.onDevice,
    cached: true,
    seen: hit.seen,
    result: hit.result,
    usage: { inputTokens: 0, outputTokens: 0, costUsd: 0, calls: 0 },
    finishedAt: now(),
  };
}

async function inspectedSize(deps: Deps, upload: UploadRecord) {
  const { width, height } = await inspectUpload(deps, upload);
  return { width, height };
}

/**
 * Two requests are the same when they caption the same bytes with the same options: a repeated
 * multipart request has another upload id, but not another photo.
 */
function requestHash({ upload, options }: CreateCaptionInput): string {
  const sorted = Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify([upload.sha256 ?? upload.id, sorted]);
  return createHash("sha256").update(text).digest("hex");
}

function taken({ name, state }: UploadRecord) {
  const reason = state === "deleted" ? "was deleted" : "has its caption already";
  return new AppError({
    code: "upload_already_used",
    detail: `"${name}" ${reason}. Upload the photo again for another caption.`,
  });
}
