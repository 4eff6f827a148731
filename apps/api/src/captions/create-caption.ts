import type { Caption, CaptionOptions } from "@caption-generator/schema";
import { budgetExhausted } from "../budget/budget-exhausted.ts";
import { expectedUsd } from "../budget/expected-usd.ts";
import { utcDay } from "../budget/utc-day.ts";
import type { Deps } from "../deps.ts";
import { AppError } from "../errors/app-error.ts";
import type { IdempotencyClaim } from "../ports/captions-repository.ts";
import type { CaptionRecord, UploadRecord } from "../ports/records.ts";
import { deleteBytes } from "../uploads/delete-bytes.ts";
import { requireArrived } from "../uploads/require-arrived.ts";
import { captionCacheKey, outcomeOf, readCachedCaption } from "./caption-cache.ts";
import { checkLanguage } from "./check-language.ts";
import type { Measured } from "./inspect-upload.ts";
import { inspectUpload } from "./inspect-upload.ts";
import { laneOf } from "./lane-of.ts";
import { newCaption } from "./new-caption.ts";
import { orReplay } from "./or-replay.ts";
import { replay } from "./replay.ts";
import { requestHash } from "./request-hash.ts";
import { searchText } from "./search-text.ts";
import { toCaption } from "./to-caption.ts";

export interface CreateCaptionInput {
  readonly upload: UploadRecord;
  readonly options: CaptionOptions;
  /** What is captioned, and is the same where the request is repeated. */
  readonly subject: string;
  readonly idempotencyKey: string | undefined;
}

/**
 * Puts a caption on the queue, or answers at once where the same photo and options were captioned
 * before. With an idempotency key a second, equal request gets the first one's caption.
 * @throws AppError upload_incomplete, upload_already_used, language_unsupported,
 * idempotency_key_reused, ai_budget_exhausted
 */
export function createCaption(deps: Deps, input: CreateCaptionInput): Promise<Caption> {
  const claim = claimOf(input);
  const { upload } = input;
  return orReplay(deps, { upload, claim }, () => makeCaption(deps, input, claim));
}

async function makeCaption(
  deps: Deps,
  { options, ...input }: CreateCaptionInput,
  claim: IdempotencyClaim | undefined,
): Promise<Caption> {
  checkLanguage(deps.model, options);
  const upload = await requireArrived(deps, input.upload);
  if (upload.state !== "uploaded") throw taken(upload);
  const queued = newCaption(upload, options, { createdAt: deps.now(), revisionOf: null });
  const caption = (await fromCache(deps, upload, queued)) ?? (await measured(deps, upload, queued));
  const lane = laneOf(caption, upload);
  const outcome = await deps.captions.create({
    caption,
    searchText: searchText(upload.name, caption.result),
    lane,
    idempotency: claim,
    budget: { budget: deps.budget, day: utcDay(queued.createdAt) },
  });
  if (outcome.kind === "replayed") return replay(deps, upload, outcome);
  if (outcome.kind === "upload_taken" || outcome.kind === "upload_gone") throw taken(upload);
  if (outcome.kind === "over_budget") throw budgetExhausted(deps.budget, outcome.part, deps.now());
  if (caption.state === "done") {
    const deleted = await deleteBytes(deps, upload);
    return toCaption({ caption, upload: { ...upload, ...deleted } });
  }
  deps.queue.wake(lane);
  return toCaption({ caption, upload });
}

/** Two requests are the same when they caption the same with the same options. */
function claimOf({ subject, options, idempotencyKey }: CreateCaptionInput) {
  if (idempotencyKey === undefined) return undefined;
  return { key: idempotencyKey, requestHash: requestHash([subject, options]) };
}

const NOT_YET: Measured = { width: null, height: null, seconds: null };

async function measured(deps: Deps, upload: UploadRecord, caption: CaptionRecord) {
  // What is not scanned yet cannot be read: its job looks at it.
  const found = deps.scanner.judges === "stored" ? NOT_YET : await inspectUpload(deps, upload);
  const { seconds } = found;
  return {
    ...caption,
    ...found,
    expectedUsd: expectedUsd(deps.limits, { seconds, revision: false }),
  };
}

async function fromCache(
  deps: Deps,
  { sha256, type }: UploadRecord,
  caption: CaptionRecord,
): Promise<CaptionRecord | undefined> {
  if (sha256 === null) return undefined;
  const { cache, model, now } = deps;
  const key = captionCacheKey({ sha256, type }, caption.options, deps);
  const hit = await readCachedCaption(cache, key);
  if (hit === undefined) return undefined;
  return {
    ...caption,
    ...outcomeOf(key, hit, model),
    state: "done",
    stage: null,
    finishedAt: now(),
  };
}

function taken({ name, state }: UploadRecord) {
  const gone = state === "deleting" || state === "deleted";
  const reason = gone ? "was deleted" : "has its caption already";
  return new AppError({
    code: "upload_already_used",
    detail: `"${name}" ${reason}. Upload the file again for another caption.`,
  });
}
