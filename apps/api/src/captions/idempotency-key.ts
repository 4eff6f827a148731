import { AppError } from "../errors/app-error.ts";

const VALID = /^[\x21-\x7e]{1,255}$/u;

/** @throws AppError idempotency_key_invalid */
export function parseIdempotencyKey(header: string | undefined): string | undefined {
  if (header === undefined || VALID.test(header)) return header;
  throw new AppError({
    code: "idempotency_key_invalid",
    detail: "An Idempotency-Key has 1 to 255 visible ASCII characters; a UUID does well.",
  });
}
