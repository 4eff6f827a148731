import type { Deps } from "../deps.ts";
import type { UploadRecord } from "../ports/records.ts";
import { inParts } from "./parted-upload.ts";

/** Deletes an upload's bytes, every version of them, and writes the receipt. Safe to repeat. */
export async function deleteBytes(
  { store, uploads, now }: Pick<Deps, "store" | "uploads" | "now">,
  upload: UploadRecord,
): Promise<Pick<UploadRecord, "state" | "deletedAt" | "deletedVersions" | "deletedBytes">> {
  const { id } = upload;
  const parted = inParts(upload);
  // First, so that nothing is made of parts behind the deletion.
  if (parted !== undefined) await store.parts.abort(parted.object);
  const { versions, bytes } = await store.delete(id);
  const at = now();
  await uploads.markDeleted(id, { at, versions, bytes });
  return { state: "deleted", deletedAt: at, deletedVersions: versions, deletedBytes: bytes };
}
