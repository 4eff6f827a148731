import { createHmac, timingSafeEqual } from "node:crypto";
import { AppError } from "../errors/app-error.ts";

/** Long enough for 16 MiB over a slow phone connection; short enough that a leaked URL is worth little. */
export const VALID_FOR_MS = 15 * 60_000;

/** What is signed: the kind of URL first, so that one kind is never taken for another. */
export type SignedFields = readonly [kind: "whole" | "part", ...fields: (string | number)[]];

export function signatureOf(key: string, fields: SignedFields): string {
  // JSON keeps the fields apart: no two lists have the same text.
  return createHmac("sha256", key).update(JSON.stringify(fields)).digest("base64url");
}

export interface SignatureToCheck {
  readonly signature: string;
  readonly fields: SignedFields;
  /** Milliseconds since the epoch. */
  readonly expires: number;
  readonly now: number;
  /** How to come by a URL that is valid, in a sentence. */
  readonly remedy: string;
}

/** @throws AppError upload_url_invalid, upload_url_expired */
export function requireSignature(key: string, check: SignatureToCheck): void {
  const expected = Buffer.from(signatureOf(key, check.fields));
  const given = Buffer.from(check.signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) {
    throw new AppError({
      code: "upload_url_invalid",
      detail: `This upload URL was not made here, or was changed. ${check.remedy}`,
    });
  }
  if (check.expires < check.now) {
    throw new AppError({
      code: "upload_url_expired",
      detail: `This upload URL ended at ${new Date(check.expires).toISOString()}. ${check.remedy}`,
      retryable: true,
    });
  }
}
