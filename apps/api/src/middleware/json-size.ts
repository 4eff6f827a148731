import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import { AppError } from "../errors/app-error.ts";

/** Room for every option at its longest, each character escaped, in bytes. */
const MAX_JSON_BYTES = 64 * 1024;

const whileReading = bodyLimit({
  maxSize: MAX_JSON_BYTES,
  onError: () => {
    throw tooLarge();
  },
});

/** Refuses JSON that is larger than any request needs. Forms have limits of their own. */
export const limitJson = createMiddleware(async (c, next) => {
  const type = c.req.header("content-type")?.toLowerCase() ?? "";
  if (type.startsWith("multipart/")) return next();
  // A body nobody has touched is skipped by the server, and the connection can be used again.
  if (Number(c.req.header("content-length")) > MAX_JSON_BYTES) throw tooLarge();
  return whileReading(c, next).catch(explainBrokenOff);
});

/** What fails in here fails while the body is read: what comes after has answers of its own for its errors. */
function explainBrokenOff(cause: unknown): never {
  if (cause instanceof AppError) throw cause;
  throw new AppError({
    code: "invalid_request",
    detail: "The body broke off before its end. Send it again, whole.",
    cause,
  });
}

function tooLarge() {
  return new AppError({
    code: "request_too_large",
    detail: `The body is larger than the ${MAX_JSON_BYTES} bytes that JSON may have here. Send a file by its upload, or as multipart/form-data.`,
  });
}
