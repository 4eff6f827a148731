import type { Upload } from "@caption-generator/schema";
import type { Deps } from "../deps.ts";
import { AppError } from "../errors/app-error.ts";
import type { UploadRecord } from "../ports/records.ts";
import { findOwnUpload } from "./find-own-upload.ts";
import { toUpload } from "./to-upload.ts";

/** Notes that a client has sent all bytes, where the store did not tell us itself. */
export async function completeUpload(
  deps: Pick<Deps, "uploads" | "store">,
  input: { readonly sessionId: string; readonly id: string },
): Promise<Upload> {
  const upload = await findOwnUpload(deps, input);
  return toUpload(await requireArrived(deps, upload));
}

/**
 * An upload whose bytes are all there.
 * @throws AppError upload_incomplete, upload_size_mismatch
 */
export async function requireArrived(
  { uploads, store }: Pick<Deps, "uploads" | "store">,
  upload: UploadRecord,
): Promise<UploadRecord> {
  if (upload.state !== "declared") return upload;
  const bytes = await store.size(upload.id);
  if (bytes === undefined) {
    throw new AppError({
      code: "upload_incomplete",
      detail: `The bytes of "${upload.name}" have not arrived. Send them to the upload's URL first.`,
    });
  }
  if (bytes !== upload.bytes) {
    throw new AppError({
      code: "upload_size_mismatch",
      detail: `"${upload.name}" was declared with ${upload.bytes} bytes and has ${bytes}. Declare it again with its real size.`,
    });
  }
  await uploads.markUploaded(upload.id, null);
  return { ...upload, state: "uploaded" };
}
