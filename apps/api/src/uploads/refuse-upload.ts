import type { Deps } from "../deps.ts";
import type { UploadRecord } from "../ports/records.ts";
import { deleteBytes } from "./delete-bytes.ts";

/** Deletes the bytes of an upload that was refused, unless a caption has them, and leaves its receipt for a day. */
export async function refuseUpload(
  deps: Pick<Deps, "uploads" | "store" | "now">,
  upload: UploadRecord,
): Promise<void> {
  if (await deps.uploads.claimUnused(upload.id)) await deleteBytes(deps, upload);
}
