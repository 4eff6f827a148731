import type { Deps } from "../deps.ts";
import type { CaptionWithUpload } from "../ports/records.ts";
import { deleteBytes } from "../uploads/delete-bytes.ts";

/**
 * Deletes the photo and only then finishes the caption: nobody sees it finished before its receipt
 * is there. A crash in between repeats this, not the work.
 */
export async function settleCaption(
  deps: Pick<Deps, "captions" | "store" | "uploads" | "now" | "events">,
  { caption: { id }, upload }: CaptionWithUpload,
): Promise<void> {
  // What a revision was made of is gone long since.
  if (upload.deletedAt === null) await deleteBytes(deps, upload);
  await deps.captions.finish(id);
  deps.events.publish(id, "finished");
}
