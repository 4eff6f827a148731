import { captionIdSchema } from "@caption-generator/schema";
import { z } from "zod";
import { AppError } from "../errors/app-error.ts";

/** No caption is older than this, and not every date that JavaScript knows is one to Postgres. */
const EARLIEST = new Date(0);

const cursorSchema = z.tuple([
  z.iso
    .datetime()
    .transform((text) => new Date(text))
    .refine((date) => date >= EARLIEST),
  captionIdSchema,
]);

export interface Position {
  readonly createdAt: Date;
  readonly id: string;
}

/** A place in the history, as text that clients pass back and do not read. */
export function encodeCursor({ createdAt, id }: Position): string {
  return Buffer.from(JSON.stringify([createdAt, id])).toString("base64url");
}

/** @throws AppError invalid_request */
export function decodeCursor(cursor: string): Position {
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
