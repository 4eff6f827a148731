import type { DeclaredUpload, DeclareUpload } from "@caption-generator/schema";
import { PARTS, planParts } from "@caption-generator/schema";
import type { Deps } from "../deps.ts";
import type { UploadRecord } from "../ports/records.ts";
import { checkDeclaration } from "./check-declaration.ts";
import { keepADay, newUpload } from "./new-upload.ts";
import { toTarget, toUpload } from "./to-upload.ts";

/**
 * Takes note of a file about to be sent, and says how to send it: a small one whole, a large one in parts.
 * @throws AppError upload_too_large, upload_empty, upload_type_unsupported, media_not_possible
 */
export async function declareUpload(
  deps: Pick<Deps, "uploads" | "store" | "limits" | "now">,
  { sessionId, declared }: { readonly sessionId: string; readonly declared: DeclareUpload },
): Promise<DeclaredUpload> {
  const { name, bytes } = declared;
  const type = checkDeclaration(declared, deps.limits.video);
  const upload = newUpload({ sessionId, name, type, bytes }, deps.now());
  return bytes > PARTS.above ? inParts(deps, upload) : whole(deps, upload);
}

async function whole(
  { uploads, store }: Pick<Deps, "uploads" | "store">,
  upload: UploadRecord,
): Promise<DeclaredUpload> {
  const { id: key, type, bytes } = upload;
  await uploads.insert(upload);
  const target = await store.signUpload({ key, type, bytes });
  return { upload: toUpload(upload), target: toTarget(target) };
}

async function inParts(
  { uploads, store }: Pick<Deps, "uploads" | "store">,
  declared: UploadRecord,
): Promise<DeclaredUpload> {
  const { id: key, type, bytes, createdAt } = declared;
  const parts = planParts(bytes);
  const multipartId = await store.parts.begin({ key, type });
  const upload: UploadRecord = {
    ...declared,
    multipartId,
    partBytes: parts.bytes,
    keepUntil: keepADay(createdAt),
  };
  await uploads.insert(upload);
  return { upload: toUpload(upload), parts };
}
