import type { CaptionPage } from "@caption-generator/schema";
import type { Deps } from "../deps.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
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
    // One more than asked for tells whether there is a next page.
    limit: input.limit + 1,
    ...(input.cursor === undefined ? {} : { after: decodeCursor(input.cursor) }),
    ...(input.q === undefined ? {} : { search: input.q }),
  });
  const items = rows.slice(0, input.limit);
  const last = items.at(-1);
  const more = rows.length > items.length && last !== undefined;
  return {
    items: items.map(toCaption),
    nextCursor: more ? encodeCursor(last.caption) : null,
  };
}
