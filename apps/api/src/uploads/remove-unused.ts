import type { Deps } from "../deps.ts";
import type { UploadRecord } from "../ports/records.ts";
import { deleteBytes } from "./delete-bytes.ts";

/**
 * Forgets an upload that no caption has, and deletes its bytes: first of all no caption gets it any more. One
 * that breaks off in between is swept later. Safe to repeat.
 * @param keptUntilBefore only where it was kept until a time before that
 * @returns false, and nothing is done, where a caption has it by now, or it is gone
 */
export async function removeUnused(
  deps: Pick<Deps, "uploads" | "store" | "now">,
  upload: UploadRecord,
  keptUntilBefore?: Date,
): Promise<boolean> {
  const { id, state } = upload;
  if (state !== "deleted" && !(await deps.uploads.claimUnused(id, keptUntilBefore))) return false;
  await deleteBytes(deps, upload);
  await deps.uploads.remove(id);
  return true;
}
