import type { Deps } from "../deps.ts";
import { AppError } from "../errors/app-error.ts";
import { inspectPhoto } from "../photo/inspect-photo.ts";
import type { UploadRecord } from "../ports/records.ts";
import { deleteBytes } from "../uploads/delete-bytes.ts";

/**
 * Looks at an upload's header before it is queued, so that what can never be captioned is refused
 * at once. A refused upload's bytes are deleted.
 * @throws AppError image_* as `inspectPhoto` does
 */
export async function inspectUpload(
  deps: Pick<Deps, "store" | "uploads" | "now">,
  { id, name, type }: UploadRecord,
): Promise<{ readonly width: number; readonly height: number }> {
  try {
    return await inspectPhoto(await deps.store.read(id), { name, declaredType: type });
  } catch (error) {
    if (error instanceof AppError && !error.retryable) await deleteBytes(deps, id);
    throw error;
  }
}
