import type { Deps } from "../deps.ts";
import type { UploadRecord } from "../ports/records.ts";

/** Deletes an upload's bytes, every version of them, and writes the receipt. Safe to repeat. */
export async function deleteBytes(
  { store, uploads, now }: Pick<Deps, "store" | "uploads" | "now">,
  uploadId: string,
): Promise<Pick<UploadRecord, "state" | "deletedAt" | "deletedVersions" | "deletedBytes">> {
  const { versions, bytes } = await store.delete(uploadId);
  const at = now();
  await uploads.markDeleted(uploadId, { at, versions, bytes });
  return { state: "deleted", deletedAt: at, deletedVersions: versions, deletedBytes: bytes };
}
