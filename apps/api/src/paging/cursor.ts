import { z } from "zod";
import { AppError } from "../errors/app-error.ts";

/** Nothing here is older than this, and not every date that JavaScript knows is one to Postgres. */
const EARLIEST = new Date(0);

export interface Position {
  readonly createdAt: Date;
  readonly id: string;
}

/** A place in a list, as text that clients pass back and do not read. */
export function encodeCursor({ createdAt, id }: Position): string {
  return Buffer.from(JSON.stringify([createdAt, id])).toString("base64url");
}

/** @throws AppError invalid_request where the cursor is not of a list of `idSchema`'s things */
export function decodeCursor(cursor: string, idSchema: z.ZodType<string>): Position {
  const cursorSchema = z.tuple([
    z.iso
      .datetime()
      .transform((text) => new Date(text))
      .refine((date) => date >= EARLIEST),
    idSchema,
  ]);
  try {
    const [createdAt, id] = cursorSchema.parse(
      JSON.parse(Buffer.from(cursor, "base64url").toString()),
    );
    return { createdAt, id };
  } catch (cause) {
    const detail = `The cursor "${cursor.slice(0, 40)}" is none of ours. Pass back a page's nextCursor as it is, or none for the first page.`;
    throw new AppError({
      code: "invalid_request",
      detail,
      errors: [{ pointer: "/cursor", detail }],
      cause,
    });
  }
}

/**
 * A page of a list, of rows of which one more was asked for than the page may have: whether it is there
 * tells whether there is a next page.
 */
export function toPage<T>(rows: readonly T[], limit: number, positionOf: (row: T) => Position) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > items.length && last !== undefined;
  return { items, nextCursor: more ? encodeCursor(positionOf(last)) : null };
}
