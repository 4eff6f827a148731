import type { Deps } from "../deps.ts";
import type { CaptionWithUpload } from "../ports/records.ts";
import { deleteBytes } from "../uploads/delete-bytes.ts";
import { captionCacheKey } from "./caption-cache.ts";

/** Removes a finished caption and all that is known of its file. */
export async function removeCaption(
  deps: Pick<Deps, "captions" | "cache" | "model" | "store" | "uploads" | "now">,
  { caption, upload }: CaptionWithUpload,
): Promise<void> {
  if (upload.deletedAt === null && caption.revisionOf === null) await deleteBytes(deps, upload.id);
  if (upload.sha256 !== null) {
    await deps.cache.delete(captionCacheKey(upload.sha256, caption.options, deps.model));
  }
  await deps.captions.remove(caption.id);
}
