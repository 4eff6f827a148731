import { z } from "zod";

/**
 * Text that every store and every model takes: without NUL, which Postgres refuses, and with a
 * replacement character where half of a surrogate pair is missing, which is no Unicode.
 */
export function toPlainText(text: string): string {
  return text.replaceAll("\0", "").toWellFormed().trim();
}

/** What a person wrote, without spaces around it. */
export const plainTextSchema = z.string().overwrite(toPlainText);
