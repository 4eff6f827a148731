import type { DeclaredUpload, DeclareUpload } from "@caption-generator/schema";
import type { Deps } from "../deps.ts";
import { newUploadId } from "../ids/ids.ts";
import type { UploadRecord } from "../ports/records.ts";
import { checkDeclaration } from "./check-declaration.ts";
import { toUpload } from "./to-upload.ts";

/**
 * Takes note of a file about to be sent, and says where to send it.
 * @throws AppError upload_too_large, upload_empty, upload_type_unsupported, media_not_possible
 */
export async function declareUpload(
  { uploads, store, limits, now }: Pick<Deps, "uploads" | "store" | "limits" | "now">,
  { sessionId, declared }: { readonly sessionId: string; readonly declared: DeclareUpload },
): Promise<DeclaredUpload> {
  const type = checkDeclaration(declared, limits.video);
  const upload: UploadRecord = {
    id: newUploadId(),
    sessionId,
    name: declared.name,
    type,
    bytes: declared.bytes,
    state: "declared",
    sha256: null,
    createdAt: now(),
    deletedAt: null,
    deletedVersions: null,
    deletedBytes: null,
  };
  await uploads.insert(upload);
  const target = await store.signUpload({ key: upload.id, type, bytes: upload.bytes });
  return {
    upload: toUpload(upload),
    target: {
      ...target,
      headers: { ...target.headers },
      expiresAt: target.expiresAt.toISOString(),
    },
  };
}
