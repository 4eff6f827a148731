import type { Deps } from "../deps.ts";
import { notFound } from "../errors/not-found.ts";
import type { UploadRecord } from "../ports/records.ts";

/** The session's own upload. Somebody else's is as unknown as one that never was. */
export async function findOwnUpload(
  { uploads }: Pick<Deps, "uploads">,
  { sessionId, id }: { readonly sessionId: string; readonly id: string },
): Promise<UploadRecord> {
  const upload = await uploads.find(id);
  if (upload === undefined || upload.sessionId !== sessionId) throw notFound("upload", id);
  return upload;
}
