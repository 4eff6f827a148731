import type { DeclareUpload, PhotoType } from "@caption-generator/schema";
import { PHOTO_LIMITS, PHOTO_TYPE_NAMES, PHOTO_TYPES } from "@caption-generator/schema";
import { AppError } from "../errors/app-error.ts";

const TAKEN = "JPEG, PNG, WebP, AVIF, GIF and HEIC";

/**
 * Refuses early what could never become a caption.
 * @returns the media type to store it under; a missing one is told by the file's extension
 * @throws AppError upload_empty, upload_too_large, upload_type_unsupported
 */
export function checkDeclaration({ name, type, bytes }: DeclareUpload): PhotoType {
  if (bytes === 0) {
    throw new AppError({
      code: "upload_empty",
      detail: `"${name}" has 0 bytes. Choose a file with a picture in it.`,
    });
  }
  if (bytes > PHOTO_LIMITS.maxBytes) {
    throw new AppError({
      code: "upload_too_large",
      detail: `"${name}" has ${megabytes(bytes)} MB; a photo may have ${megabytes(PHOTO_LIMITS.maxBytes)} MB. Send a smaller copy.`,
    });
  }
  const photoType = photoTypeOf(name, type);
  if (photoType === undefined) {
    throw new AppError({
      code: "upload_type_unsupported",
      detail: `"${name}" is of type ${type || "unknown"}. We take photos as ${TAKEN}.`,
    });
  }
  return photoType;
}

function photoTypeOf(name: string, type: string): PhotoType | undefined {
  const essence = type.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const wanted =
    essence === "image/heif" || essence === "image/heic-sequence" ? "image/heic" : essence;
  const known = PHOTO_TYPE_NAMES.find((each) => each === wanted);
  if (known !== undefined) return known;
  // Browsers and curl do not know every extension: they then say nothing, or "some bytes".
  if (essence !== "" && essence !== "application/octet-stream") return undefined;
  const lower = name.toLowerCase();
  return PHOTO_TYPE_NAMES.find((each) => PHOTO_TYPES[each].some((ext) => lower.endsWith(ext)));
}

/** Bytes in megabytes of 1024 x 1024, with one decimal where it has one. */
function megabytes(bytes: number): string {
  return (Math.ceil((bytes / 1024 / 1024) * 10) / 10).toString();
}
