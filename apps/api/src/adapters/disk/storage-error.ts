import { AppError } from "../../errors/app-error.ts";
import { alreadyHere } from "../object-errors.ts";

const codeOf = (error: unknown) =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

export const isMissing = (error: unknown) => codeOf(error) === "ENOENT";
export const isTaken = (error: unknown) => codeOf(error) === "EEXIST";

/** What to tell a person when the disk, or the client's connection that was to bring `what`, gave up. */
export function storageError(error: unknown, what = "the whole file"): unknown {
  if (error instanceof AppError) return error;
  const code = codeOf(error);
  if (code === "ENOSPC" || code === "EDQUOT") {
    return unavailable(
      "There is no room left on the disk for this file. Free some and send it again.",
      error,
    );
  }
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return unavailable("The data folder cannot be written. Check its permissions.", error);
  }
  if (isTaken(error)) return alreadyHere(error);
  if (code === "ERR_STREAM_PREMATURE_CLOSE" || code === "ECONNRESET" || code === "ABORT_ERR") {
    return new AppError({
      code: "upload_incomplete",
      detail: `The connection ended before ${what} had arrived. Send it again.`,
      retryable: true,
      cause: error,
    });
  }
  return error;
}

function unavailable(detail: string, cause: unknown) {
  return new AppError({ code: "storage_unavailable", detail, retryable: true, cause });
}
