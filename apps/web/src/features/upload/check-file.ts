import { MEDIA_DEFAULTS, MEDIA_TYPES, PHOTO_LIMITS, PHOTO_TYPES } from "@caption-generator/schema";
import type { ShownProblem } from "../../lib/problem.ts";
import { declaredType } from "./declared-type.ts";

const EXTENSIONS = Object.values({ ...PHOTO_TYPES, ...MEDIA_TYPES }).flat();

/** For a file input: what phones and desktops offer to pick. */
export const ACCEPT = ["image/*", "video/*", "audio/*", ...EXTENSIONS].join(",");

const MEGABYTE = 1024 * 1024;

/**
 * What is wrong with a file before it is sent, or undefined. The API looks again, at its bytes, and knows
 * whether videos can be taken here and which kinds.
 */
export function checkFile({
  name,
  type,
  size,
}: Pick<File, "name" | "type" | "size">): ShownProblem | undefined {
  const kind = kindOf(declaredType({ name, type }));
  if (kind === undefined) {
    return refusal(
      `“${name}” is no photo, video or recording we take. Choose a JPEG, PNG, WebP, AVIF, GIF or HEIC, an MP4, MOV, WebM or MKV, or an MP3, M4A, WAV, OGG or FLAC.`,
    );
  }
  if (size === 0) return refusal(`“${name}” is empty. Choose another file.`);
  const most = kind === "photo" ? PHOTO_LIMITS.maxBytes : MEDIA_DEFAULTS.maxBytes;
  if (size <= most) return undefined;
  const [has, may] = [size, most].map((bytes) => Math.ceil(bytes / MEGABYTE));
  return refusal(`“${name}” has ${has} MB; a ${kind} may have ${may} MB. Choose a smaller copy.`);
}

/** By the media type alone; undefined for what nobody takes. */
export function kindOf(type: string): "photo" | "video" | "recording" | undefined {
  if (Object.hasOwn(PHOTO_TYPES, type) || type.startsWith("image/hei")) return "photo";
  if (type.startsWith("video/")) return "video";
  return type.startsWith("audio/") ? "recording" : undefined;
}

const refusal = (detail: string): ShownProblem => ({
  title: "This file cannot be captioned",
  detail,
  retryable: false,
});
