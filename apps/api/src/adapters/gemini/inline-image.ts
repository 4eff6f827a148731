import { AppError } from "../../errors/app-error.ts";
import type { NormalisedImage } from "../../ports/caption-model.ts";

/** Gemini takes 20 MB for the whole request; a mebibyte of it is left for the prompt. */
const MAX_BASE64_LENGTH = 19 * 1024 * 1024;

/** @throws AppError model_request_refused for a picture that no inline request has room for. */
export function toInlineData({ bytes }: NormalisedImage): string {
  const length = Math.ceil(bytes.byteLength / 3) * 4;
  if (length > MAX_BASE64_LENGTH) {
    throw new AppError({
      code: "model_request_refused",
      detail: `The photo has ${bytes.byteLength} bytes once it is prepared, more than Gemini takes in one request. Use a smaller photo.`,
    });
  }
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
}
