import type { Readable } from "node:stream";
import type { Deps } from "../deps.ts";
import { AppError } from "../errors/app-error.ts";
import { notFound } from "../errors/not-found.ts";
import type { UploadClaims } from "../security/signed-url.ts";
import { keepWhole } from "./new-upload.ts";
import { requireKnownBytes } from "./require-known-bytes.ts";

/**
 * Takes the bytes sent to a signed URL: as many as signed, of the kind declared, straight to the store.
 * @throws AppError upload_size_mismatch, upload_already_used, image_type_mismatch, media_type_mismatch, ...
 */
export async function receiveBytes(
  { uploads, store, now }: Pick<Deps, "uploads" | "store" | "now">,
  { claims, body }: { readonly claims: UploadClaims; readonly body: Readable },
): Promise<void> {
  const upload = await uploads.find(claims.key);
  if (upload === undefined) throw notFound("upload", claims.key);
  if (upload.state !== "declared") {
    throw new AppError({
      code: "upload_already_used",
      detail: `The bytes of "${upload.name}" are here already. Declare another upload for another file.`,
    });
  }
  const stored = await store.put(upload.id, requireKnownBytes(body, upload), {
    maxBytes: claims.bytes,
    exactBytes: claims.bytes,
  });
  const first = await uploads.markUploaded(upload.id, {
    sha256: stored.sha256,
    keepUntil: keepWhole(now()),
  });
  if (!first && (await isGone(uploads, upload.id))) await store.delete(upload.id);
}

/**
 * Whether an upload's bytes were deleted while they came once more. Where they were not, it was another request that
 * noted them, and a caption may read them by now.
 */
async function isGone(uploads: Deps["uploads"], id: string): Promise<boolean> {
  const now = await uploads.find(id);
  return now === undefined || now.state === "deleting" || now.state === "deleted";
}
