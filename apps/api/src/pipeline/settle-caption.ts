import type { Deps } from "../deps.ts";
import { deleteBytes } from "../uploads/delete-bytes.ts";

/**
 * Deletes the photo and only then finishes the caption: nobody sees it finished before its receipt
 * is there. A crash in between repeats this, not the work.
 */
export async function settleCaption(
  deps: Pick<Deps, "captions" | "store" | "uploads" | "now" | "events">,
  { captionId, uploadId }: { readonly captionId: string; readonly uploadId: string },
): Promise<void> {
  await deleteBytes(deps, uploadId);
  await deps.captions.finish(captionId);
  deps.events.publish(captionId, "finished");
}
