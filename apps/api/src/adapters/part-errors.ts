import { AppError } from "../errors/app-error.ts";
import type { PartToSend } from "../ports/part-store.ts";

export const closed = (cause?: unknown) =>
  new AppError({
    code: "upload_already_used",
    detail: "This upload was completed or cancelled, and takes no more parts. Declare another one.",
    cause,
  });

export const wrongSize = ({ number, bytes }: PartToSend, received: string) =>
  new AppError({
    code: "upload_size_mismatch",
    detail: `Part ${number} has ${bytes} bytes, and ${received} arrived. Send exactly the bytes that are this part's.`,
  });

export const notAsListed = (number: number, cause?: unknown) =>
  new AppError({
    code: "upload_incomplete",
    detail: `Part ${number} is not here, or was sent anew just now. Look which parts are here, send what is missing and complete again.`,
    retryable: true,
    cause,
  });

/** Where the store does not say which. */
export const notAllAsListed = (cause: unknown) =>
  new AppError({
    code: "upload_incomplete",
    detail:
      "A part is not here, or was sent anew just now. Look which parts are here, send what is missing and complete again.",
    retryable: true,
    cause,
  });
