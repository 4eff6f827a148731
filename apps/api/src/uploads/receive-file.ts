import type { Readable } from "node:stream";
import { PHOTO_LIMITS, toPlainText } from "@caption-generator/schema";
import type { Deps } from "../deps.ts";
import { newUploadId } from "../ids/ids.ts";
import type { UploadRecord } from "../ports/records.ts";
import { checkDeclaration } from "./check-declaration.ts";
import { isMedia } from "./file-type.ts";
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
  const id = newUploadId();
  const { maxBytes } = isMedia(type) ? limits.video : PHOTO_LIMITS;
  const stored = await store.put(id, requireKnownBytes(file.body, { name, type }), { maxBytes });
  const upload: UploadRecord = {
    id,
    sessionId: file.sessionId,
    name,
    type,
    bytes: stored.bytes,
    state: "uploaded",
    sha256: stored.sha256,
    createdAt: now(),
    deletedAt: null,
    deletedVersions: null,
    deletedBytes: null,
  };
  await uploads.insert(upload);
  return upload;
}
