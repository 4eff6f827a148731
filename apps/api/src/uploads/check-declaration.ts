import type { DeclareUpload, Limits } from "@caption-generator/schema";
import { PHOTO_LIMITS } from "@caption-generator/schema";
import { AppError } from "../errors/app-error.ts";
import type { FileType } from "./file-type.ts";
import { isMedia, knownType, typeByName } from "./file-type.ts";

const TAKEN =
  "photos as JPEG, PNG, WebP, AVIF, GIF and HEIC, videos as MP4, MOV, WebM and MKV, and sound as MP3, M4A, WAV, OGG and FLAC";

/**
 * Refuses early what could never become a caption.
 * @param video what this installation takes of videos and sound recordings
 * @returns the media type to store it under; a missing one is told by the file's extension
 * @throws AppError upload_empty, upload_too_large, upload_type_unsupported, media_not_possible
 */
export function checkDeclaration(
  { name, type, bytes }: DeclareUpload,
  video: Limits["video"],
): FileType {
  if (bytes === 0) {
    throw new AppError({
      code: "upload_empty",
      detail: `"${name}" has 0 bytes. Choose a file with something in it.`,
    });
  }
  const known = typeOf(name, type);
  if (known === undefined) {
    throw new AppError({
      code: "upload_type_unsupported",
      detail: `"${name}" is of type ${type || "unknown"}. We take ${TAKEN}.`,
    });
  }
  if (isMedia(known) && !video.possible) {
    throw new AppError({
      code: "media_not_possible",
      detail: `"${name}" is a video or a sound recording, and those cannot be taken here. ${video.note}`,
    });
  }
  checkSize(name, bytes, isMedia(known) ? video.maxBytes : PHOTO_LIMITS.maxBytes);
  return known;
}

function checkSize(name: string, bytes: number, most: number): void {
  if (bytes <= most) return;
  throw new AppError({
    code: "upload_too_large",
    detail: `"${name}" has ${megabytes(bytes)} MB; such a file may have ${megabytes(most)} MB. Send a smaller copy.`,
  });
}

function typeOf(name: string, type: string): FileType | undefined {
  const known = knownType(type);
  if (known !== undefined) return known;
  // Browsers and curl do not know every extension: they then say nothing, or "some bytes".
  const unsaid = type === "" || knownBytes.test(type);
  return unsaid ? typeByName(name) : undefined;
}

const knownBytes = /^\s*application\/octet-stream\s*(?:;|$)/iu;

/** Bytes in megabytes of 1024 x 1024, with one decimal where it has one. */
function megabytes(bytes: number): string {
  return (Math.ceil((bytes / 1024 / 1024) * 10) / 10).toString();
}
