import type { Deps } from "../deps.ts";
import { notFound } from "../errors/not-found.ts";
import type { CaptionWithUpload } from "../ports/records.ts";

/** The session's own caption. Somebody else's is as unknown as one that never was. */
export async function findOwnCaption(
  { captions }: Pick<Deps, "captions">,
  { sessionId, id }: { readonly sessionId: string; readonly id: string },
): Promise<CaptionWithUpload> {
  const found = await captions.find(id);
  if (found === undefined || found.caption.sessionId !== sessionId) throw notFound("caption", id);
  return found;
}
