import type { CaptionPage } from "@caption-generator/schema";
import { captionIdSchema } from "@caption-generator/schema";
import type { Deps } from "../deps.ts";
import { decodeCursor, toPage } from "../paging/cursor.ts";
import { toCaption } from "./to-caption.ts";

/** The session's captions, newest first. @throws AppError invalid_request for a foreign cursor */
export async function listCaptions(
  { captions }: Pick<Deps, "captions">,
  input: {
    readonly sessionId: string;
    readonly limit: number;
    readonly cursor?: string | undefined;
    readonly q?: string | undefined;
  },
): Promise<CaptionPage> {
  const rows = await captions.list({
    sessionId: input.sessionId,
    limit: input.limit + 1,
    ...(input.cursor === undefined ? {} : { after: decodeCursor(input.cursor, captionIdSchema) }),
    ...(input.q === undefined ? {} : { search: input.q }),
  });
  const { items, nextCursor } = toPage(rows, input.limit, ({ caption }) => caption);
  return { items: items.map(toCaption), nextCursor };
}
