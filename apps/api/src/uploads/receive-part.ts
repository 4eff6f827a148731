import type { Readable } from "node:stream";
import type { Deps } from "../deps.ts";
import { notFound } from "../errors/not-found.ts";
import type { StoredPart } from "../ports/part-store.ts";
import type { PartClaims } from "../security/signed-part-url.ts";
import { closedUpload } from "./part-problems.ts";
import { inParts } from "./parted-upload.ts";
import { requireKnownBytes } from "./require-known-bytes.ts";

/**
 * Takes the part sent to a signed URL: as many bytes as signed, and, in the first, of the kind declared.
 * @throws AppError upload_size_mismatch, upload_already_used, image_type_mismatch, media_type_mismatch, ...
 */
export async function receivePart(
  { uploads, store }: Pick<Deps, "uploads" | "store">,
  { claims, body }: { readonly claims: PartClaims; readonly body: Readable },
): Promise<StoredPart> {
  const upload = await uploads.find(claims.key);
  const parted = upload === undefined ? undefined : inParts(upload);
  if (parted === undefined) throw notFound("upload", claims.key);
  if (parted.upload.state !== "declared") throw closedUpload(parted.upload);
  const checked = claims.number === 1 ? requireKnownBytes(body, parted.upload) : body;
  return store.parts.put(parted.object, claims, checked);
}
