import type { Deps } from "../deps.ts";
import type { CaptionWithUpload } from "../ports/records.ts";
import { deleteBytes } from "../uploads/delete-bytes.ts";

/** Removes a finished caption and all that is known of its file. */
export async function removeCaption(
  deps: Pick<Deps, "captions" | "cache" | "store" | "uploads" | "now">,
  { caption, upload }: CaptionWithUpload,
): Promise<void> {
  if (upload.deletedAt === null && caption.revisionOf === null) await deleteBytes(deps, upload);
  if (caption.cacheKey !== null) await deps.cache.delete(caption.cacheKey);
  await deps.captions.remove(caption.id);
}
