import { isFinished } from "@caption-generator/schema";
import type { Deps } from "../deps.ts";
import { deleteBytes } from "../uploads/delete-bytes.ts";
import { stopCaption } from "./cancel-caption.ts";
import { captionCacheKey } from "./caption-cache.ts";
import { findOwnCaption } from "./find-own-caption.ts";

/** Removes a caption and all that is known of its photo, stopping it first if need be. */
export async function deleteCaption(
  deps: Deps,
  input: { readonly sessionId: string; readonly id: string },
): Promise<void> {
  const { caption, upload } = await findOwnCaption(deps, input);
  if (!isFinished(caption.state)) await stopCaption(deps, caption);
  if (caption.revisionOf === null) await deleteBytes(deps, upload.id);
  if (upload.sha256 !== null) {
    await deps.cache.delete(captionCacheKey(upload.sha256, caption.options, deps.model));
  }
  await deps.captions.remove(caption.id);
}
