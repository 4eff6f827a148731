import type { MediaType, PhotoType } from "@caption-generator/schema";
import {
  MEDIA_TYPE_NAMES,
  MEDIA_TYPES,
  PHOTO_TYPE_NAMES,
  PHOTO_TYPES,
} from "@caption-generator/schema";

export type FileType = PhotoType | MediaType;

const EXTENSIONS: Readonly<Record<FileType, readonly string[]>> = {
  ...PHOTO_TYPES,
  ...MEDIA_TYPES,
};
const NAMES: readonly FileType[] = [...PHOTO_TYPE_NAMES, ...MEDIA_TYPE_NAMES];

/** Other names for the same, as browsers, phones and `file-type` have them. */
const ALIASES = new Map<string, FileType>(
  Object.entries({
    "image/apng": "image/png",
    "image/heif": "image/heic",
    "image/heif-sequence": "image/heic",
    "image/heic-sequence": "image/heic",
    "video/x-m4v": "video/mp4",
    "video/matroska": "video/x-matroska",
    "audio/mp3": "audio/mpeg",
    "audio/x-m4a": "audio/mp4",
    "audio/m4a": "audio/mp4",
    "audio/wave": "audio/wav",
    "audio/x-wav": "audio/wav",
    "audio/vnd.wave": "audio/wav",
    "audio/opus": "audio/ogg",
    "audio/x-flac": "audio/flac",
  } as const),
);

/** The type we take that a media type names; undefined for any other. */
export function knownType(mime: string): FileType | undefined {
  const essence = mime.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  return ALIASES.get(essence) ?? NAMES.find((name) => name === essence);
}

/** The type we take that a file's extension names. */
export function typeByName(name: string): FileType | undefined {
  const lower = name.toLowerCase();
  return NAMES.find((type) => EXTENSIONS[type].some((extension) => lower.endsWith(extension)));
}

export const isMedia = (type: string): type is MediaType =>
  MEDIA_TYPE_NAMES.some((name) => name === type);
