import type { Readable } from "node:stream";
import { PHOTO_LIMITS, toPlainText } from "@caption-generator/schema";
import type { Deps } from "../deps.ts";
import type { UploadRecord } from "../ports/records.ts";
import { checkDeclaration } from "./check-declaration.ts";
import { isMedia } from "./file-type.ts";
import { keepWhole, newUpload } from "./new-upload.ts";
import { requireKnownBytes } from "./require-known-bytes.ts";

/**
 * Stores a file that came without a declaration, in a form. Its size is known only once it is here.
 * @throws AppError upload_type_unsupported, upload_too_large, upload_empty, image_type_mismatch
 */
export async function receiveFile(
  { uploads, store, limits, now }: Pick<Deps, "uploads" | "store" | "limits" | "now">,
  file: {
    readonly sessionId: string;
    readonly name: string;
    readonly type: string;
    readonly body: Readable;
  },
): Promise<UploadRecord> {
  const name = toPlainText(file.name.slice(0, PHOTO_LIMITS.maxNameLength)) || "file";
  const type = checkDeclaration({ name, type: file.type, bytes: 1 }, limits.video);
  const { maxBytes } = isMedia(type) ? limits.video : PHOTO_LIMITS;
  const { sessionId } = file;
  const declared = newUpload({ sessionId, name, type, bytes: 0 }, now());
  const body = requireKnownBytes(file.body, { name, type });
  const { bytes, sha256 } = await store.put(declared.id, body, { maxBytes });
  const keepUntil = keepWhole(now());
  const upload: UploadRecord = { ...declared, state: "uploaded", bytes, sha256, keepUntil };
  await uploads.insert(upload);
  return upload;
}
