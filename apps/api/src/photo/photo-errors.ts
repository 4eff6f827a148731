import type { PhotoType } from "@caption-generator/schema";
import { PHOTO_LIMITS, PHOTO_TYPES } from "@caption-generator/schema";
import { AppError } from "../errors/app-error.ts";

const TYPE_LIST = "JPEG, PNG, WebP, AVIF, GIF or HEIC";

export function emptyUpload(name: string): AppError {
  return new AppError({
    code: "upload_empty",
    detail: `"${name}" has no bytes. Choose the file again; it may not have been copied whole.`,
  });
}

export function typeMismatch(
  name: string,
  declaredType: string,
  other: string | undefined,
): AppError {
  const content = other ?? "nothing we recognise";
  return new AppError({
    code: "image_type_mismatch",
    detail: `"${name}" is declared as ${declaredType}, but its content is ${content}. Send a ${TYPE_LIST} photo.`,
  });
}

export function emptyImage(width: number, height: number): AppError {
  return new AppError({
    code: "image_empty",
    detail: `The picture measures ${width} × ${height} pixels, so there is nothing to see in it. Export it again.`,
  });
}

function tooManyPixels(width: number, height: number): AppError {
  const megapixels = ((width * height) / 1e6).toLocaleString("en", { maximumFractionDigits: 1 });
  const most = PHOTO_LIMITS.maxPixels / 1e6;
  return new AppError({
    code: "image_too_many_pixels",
    detail: `The picture has ${megapixels} megapixels (${width} × ${height}); the most we take is ${most}. Send a smaller copy of it.`,
  });
}

/** The longest side of any JPEG. What is longer and thinner takes minutes to shrink, however few pixels it has. */
const MAX_SIDE = 65_535;

function tooLong(width: number, height: number): AppError {
  return new AppError({
    code: "image_too_many_pixels",
    detail: `The picture measures ${width} × ${height} pixels; the longest side we take is ${MAX_SIDE}. Send a smaller copy or a part of it.`,
  });
}

/** @throws AppError image_empty or image_too_many_pixels, unless the size is one we take. */
export function checkSize(width: number, height: number): void {
  if (width < 1 || height < 1) throw emptyImage(width, height);
  if (Math.max(width, height) > MAX_SIDE) throw tooLong(width, height);
  if (width * height > PHOTO_LIMITS.maxPixels) throw tooManyPixels(width, height);
}

export function truncatedImage(type: PhotoType, cause: unknown): AppError {
  return new AppError({
    code: "image_truncated",
    detail: `This ${typeName(type)} file ends before the picture does. Copy or export it again, whole, and upload that.`,
    cause,
  });
}

export function unreadableImage(type: PhotoType, cause: unknown): AppError {
  return new AppError({
    code: "image_unreadable",
    detail: `This ${typeName(type)} file is damaged: the picture in it cannot be decoded. Open it in a photo program, export it again and upload that.`,
    cause,
  });
}

export function slowImage(type: PhotoType, cause: unknown): AppError {
  return new AppError({
    code: "image_unreadable",
    detail: `This ${typeName(type)} file takes too long to decode. Open it in a photo program, export a smaller copy and upload that.`,
    cause,
  });
}

function typeName(type: PhotoType): string {
  return PHOTO_TYPES[type][0].slice(1).toUpperCase();
}
