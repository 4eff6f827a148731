import type { Caption } from "@caption-generator/schema";
import type { Deps } from "../deps.ts";
import { AppError } from "../errors/app-error.ts";
import type { IdempotencyClaim } from "../ports/captions-repository.ts";
import type { UploadRecord } from "../ports/records.ts";
import { replay } from "./replay.ts";

/**
 * Makes a caption, or answers with the one that the same Idempotency-Key made before or makes right now: what the
 * first of two equal requests takes, the second is refused.
 *
 * @throws AppError idempotency_key_reused; what `make` throws where the key has made nothing
 */
export async function orReplay(
  deps: Deps,
  {
    upload,
    claim,
  }: { readonly upload: UploadRecord; readonly claim: IdempotencyClaim | undefined },
  make: () => Promise<Caption>,
): Promise<Caption> {
  if (claim === undefined) return make();
  const before = await findFirst(deps, upload, claim);
  if (before !== undefined) return replay(deps, upload, before);
  try {
    return await make();
  } catch (error) {
    // One that says what the key was used for has compared the two already.
    if (!(error instanceof AppError) || error.code === "idempotency_key_reused") throw error;
    const meanwhile = await findFirst(deps, upload, claim);
    if (meanwhile === undefined) throw error;
    return replay(deps, upload, meanwhile);
  }
}

async function findFirst(
  { captions }: Pick<Deps, "captions">,
  { sessionId }: UploadRecord,
  { key, requestHash }: IdempotencyClaim,
) {
  const first = await captions.findIdempotent(sessionId, key);
  if (first === undefined) return undefined;
  return { captionId: first.captionId, sameRequest: first.requestHash === requestHash };
}
