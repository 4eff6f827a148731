import type { Caption, CaptionOptions } from "@caption-generator/schema";
import { captionOptionsSchema } from "@caption-generator/schema";
import { budgetExhausted } from "../budget/budget-exhausted.ts";
import { expectedUsd } from "../budget/expected-usd.ts";
import { utcDay } from "../budget/utc-day.ts";
import type { Deps } from "../deps.ts";
import { AppError } from "../errors/app-error.ts";
import { invalidOptions } from "../errors/invalid-options.ts";
import { notFound } from "../errors/not-found.ts";
import type { IdempotencyClaim } from "../ports/captions-repository.ts";
import type { CaptionWithUpload } from "../ports/records.ts";
import { checkLanguage } from "./check-language.ts";
import { findOwnCaption } from "./find-own-caption.ts";
import { laneOf } from "./lane-of.ts";
import { newCaption } from "./new-caption.ts";
import { orReplay } from "./or-replay.ts";
import { replay } from "./replay.ts";
import { requestHash } from "./request-hash.ts";
import { searchText } from "./search-text.ts";
import { toCaption } from "./to-caption.ts";

export interface ReviseCaptionInput {
  readonly sessionId: string;
  readonly id: string;
  readonly changes: Readonly<Record<string, unknown>>;
  readonly idempotencyKey: string | undefined;
}

/**
 * Writes a finished caption anew with other options, from what was seen of the photo then.
 * An option that is null goes back to its default; an instruction is not inherited.
 * With an idempotency key a second, equal request gets the first one's revision.
 * @throws AppError caption_not_finished, invalid_options, language_unsupported,
 * idempotency_key_reused, ai_budget_exhausted
 */
export async function reviseCaption(deps: Deps, input: ReviseCaptionInput): Promise<Caption> {
  const original = await findOwnCaption(deps, input);
  if (original.caption.state !== "done" || original.caption.seen === null) {
    throw new AppError({
      code: "caption_not_finished",
      detail: `${input.id} is ${original.caption.state}; only a finished caption can be revised.`,
    });
  }
  const claim = claimOf(input);
  const { upload } = original;
  return orReplay(deps, { upload, claim }, () => makeRevision(deps, original, { input, claim }));
}

async function makeRevision(
  deps: Deps,
  original: CaptionWithUpload,
  {
    input,
    claim,
  }: { readonly input: ReviseCaptionInput; readonly claim: IdempotencyClaim | undefined },
): Promise<Caption> {
  const options = mergeOptions(original.caption.options, input.changes);
  checkLanguage(deps.model, options);
  const revision = newCaption(original.upload, options, {
    createdAt: deps.now(),
    revisionOf: input.id,
  });
  const { width, height, seconds } = original.caption;
  const caption = {
    ...revision,
    ...{ width, height, seconds },
    expectedUsd: expectedUsd(deps.limits, { seconds, revision: true }),
  };
  const lane = laneOf(caption, original.upload);
  const outcome = await deps.captions.create({
    caption,
    searchText: searchText(original.upload.name, null),
    lane,
    idempotency: claim,
    budget: { budget: deps.budget, day: utcDay(revision.createdAt) },
  });
  if (outcome.kind === "replayed") return replay(deps, original.upload, outcome);
  // Deleted while this was asked for.
  if (outcome.kind === "upload_gone") throw notFound("caption", input.id);
  if (outcome.kind === "over_budget") throw budgetExhausted(deps.budget, outcome.part, deps.now());
  deps.queue.wake(lane);
  return toCaption({ caption, upload: original.upload });
}

function claimOf({ id, changes, idempotencyKey }: ReviseCaptionInput) {
  if (idempotencyKey === undefined) return undefined;
  return { key: idempotencyKey, requestHash: requestHash([id, changes]) };
}

function mergeOptions(
  { instruction: _spent, ...kept }: CaptionOptions,
  changes: Readonly<Record<string, unknown>>,
): CaptionOptions {
  const merged = Object.entries({ ...kept, ...changes }).filter(([, value]) => value !== null);
  const parsed = captionOptionsSchema.safeParse(Object.fromEntries(merged));
  if (!parsed.success) throw invalidOptions(parsed.error);
  return parsed.data;
}
