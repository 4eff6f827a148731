import { AppError } from "../errors/app-error.ts";

/** What a store says of objects, whatever it keeps them in. */
export const notHere = (cause?: unknown) =>
  new AppError({
    code: "upload_incomplete",
    detail: "The file's bytes are not here. Send them to the upload's URL first.",
    cause,
  });

export const empty = () => new AppError({ code: "upload_empty", detail: "The file has 0 bytes." });

export const tooLarge = (maxBytes: number) =>
  new AppError({
    code: "upload_too_large",
    detail: `The file is larger than the ${maxBytes} bytes that may be sent here.`,
  });

export const sizeMismatch = (declared: number, received: number) =>
  new AppError({
    code: "upload_size_mismatch",
    detail: `${declared} bytes were declared, ${received} arrived. Declare the file's real size and send all of it.`,
  });

export const alreadyHere = (cause: unknown) =>
  new AppError({
    code: "upload_already_used",
    detail: "The bytes of this upload are here already. Declare another upload for another file.",
    cause,
  });
