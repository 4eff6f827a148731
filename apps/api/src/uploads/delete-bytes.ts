import type { Deps } from "../deps.ts";

/** Deletes an upload's bytes, every version of them, and writes the receipt. Safe to repeat. */
export async function deleteBytes(
  { store, uploads, now }: Pick<Deps, "store" | "uploads" | "now">,
  uploadId: string,
): Promise<void> {
  const gone = await store.delete(uploadId);
  await uploads.markDeleted(uploadId, { at: now(), versions: gone.versions, bytes: gone.bytes });
}
