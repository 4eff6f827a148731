import type { Deps } from "../deps.ts";
import { AppError } from "../errors/app-error.ts";
import { notFound } from "../errors/not-found.ts";
import type { UploadRecord } from "../ports/records.ts";
import { joinParts } from "./join-parts.ts";
import { keepWhole } from "./new-upload.ts";
import { inParts } from "./parted-upload.ts";

/**
 * An upload whose bytes are all there, in one piece.
 * @throws AppError upload_incomplete, upload_size_mismatch
 */
export async function requireArrived(
  deps: Pick<Deps, "uploads" | "store" | "now">,
  upload: UploadRecord,
): Promise<UploadRecord> {
  const noted = await noteArrived(deps, upload);
  if (noted.state !== "declared") return noted;
  const parted = inParts(noted);
  if (parted === undefined) {
    throw new AppError({
      code: "upload_incomplete",
      detail: `The bytes of "${upload.name}" have not arrived. Send them to the upload's URL first.`,
    });
  }
  const { sha256 } = await joinParts(deps, parted);
  return markUploaded(deps, noted, sha256);
}

/**
 * Notes of an upload what its store has of it: bytes may have arrived without a word to us.
 * @throws AppError upload_size_mismatch
 */
export async function noteArrived(
  deps: Pick<Deps, "uploads" | "store" | "now">,
  upload: UploadRecord,
): Promise<UploadRecord> {
  if (upload.state !== "declared") return upload;
  const bytes = await deps.store.size(upload.id);
  if (bytes === undefined) return upload;
  if (bytes !== upload.bytes) {
    throw new AppError({
      code: "upload_size_mismatch",
      detail: `"${upload.name}" was declared with ${upload.bytes} bytes and has ${bytes}. Declare it again with its real size.`,
    });
  }
  return markUploaded(deps, upload, null);
}

async function markUploaded(
  { uploads, now }: Pick<Deps, "uploads" | "now">,
  { id }: UploadRecord,
  sha256: string | null,
): Promise<UploadRecord> {
  await uploads.markUploaded(id, { sha256, keepUntil: keepWhole(now()) });
  // Another request may have marked, used or deleted it meanwhile.
  const upload = await uploads.find(id);
  if (upload === undefined) throw notFound("upload", id);
  return upload;
}
