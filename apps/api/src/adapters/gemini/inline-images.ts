import { AppError } from "../../errors/app-error.ts";
import type { CaptionSource, NormalisedImage } from "../../ports/caption-model.ts";

/** Gemini takes 20 MB for the whole request; a mebibyte of it is left for the prompt. */
const MAX_BASE64_LENGTH = 19 * 1024 * 1024;

/**
 * The pictures of a request in base64, in order; none where they were seen before.
 * @throws AppError model_request_refused for more than an inline request has room for.
 */
export function toInlineImages(source: CaptionSource): string[] {
  const images = imagesOf(source);
  const bytes = images.reduce((sum, image) => sum + image.bytes.byteLength, 0);
  if (Math.ceil(bytes / 3) * 4 > MAX_BASE64_LENGTH) {
    const what = source.kind === "video" ? "pictures of the video have" : "photo has";
    throw new AppError({
      code: "model_request_refused",
      detail: `The ${what} ${bytes} bytes once prepared, more than Gemini takes in one request. Use a smaller file.`,
    });
  }
  return images.map((image) =>
    Buffer.from(image.bytes.buffer, image.bytes.byteOffset, image.bytes.byteLength).toString(
      "base64",
    ),
  );
}

function imagesOf(source: CaptionSource): readonly NormalisedImage[] {
  switch (source.kind) {
    case "image":
      return [source.image];
    case "video":
      return source.frames.map(({ image }) => image);
    case "seen":
      return [];
  }
}
