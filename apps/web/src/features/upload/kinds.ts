import type { Limits } from "@caption-generator/schema";
import { AUDIO_TYPES, PHOTO_TYPES, VIDEO_TYPES } from "@caption-generator/schema";

/** What captions can be written of, where everything is there that it takes. */
const KINDS = {
  photo: { any: "image/*", types: PHOTO_TYPES, formats: "a JPEG, PNG, WebP, AVIF, GIF or HEIC" },
  video: { any: "video/*", types: VIDEO_TYPES, formats: "an MP4, MOV, WebM or MKV" },
  recording: { any: "audio/*", types: AUDIO_TYPES, formats: "an MP3, M4A, WAV, OGG or FLAC" },
} as const;

export type Kind = keyof typeof KINDS;

const NAMES = Object.keys(KINDS) as readonly Kind[];

/** What one installation takes and another does not. */
export type KnownLimits = Pick<Limits, "video" | "transcriber">;

/** By the media type alone; undefined for what nobody takes. */
export function kindOf(type: string): Kind | undefined {
  if (Object.hasOwn(PHOTO_TYPES, type) || type.startsWith("image/hei")) return "photo";
  if (type.startsWith("video/")) return "video";
  return type.startsWith("audio/") ? "recording" : undefined;
}

/** Why a kind of file cannot be captioned here, in half a sentence; undefined where it can, or nobody knows yet. */
export function missingFor(kind: Kind, limits: KnownLimits | undefined): string | undefined {
  if (kind === "photo" || limits === undefined) return undefined;
  if (!limits.video.possible) return "only photos are taken here. Choose a photo.";
  if (kind === "video" || limits.transcriber.active) return undefined;
  return "nobody listens to recordings here. Choose a photo or a video.";
}

/** For a file input: what phones and desktops offer to pick. */
export const accepted = (limits: KnownLimits | undefined): string =>
  taken(limits)
    .flatMap(({ any, types }) => [any, ...Object.values(types).flat()])
    .join(",");

/** What to choose, as a person names it. */
export const formatsTaken = (limits: KnownLimits | undefined): string =>
  taken(limits)
    .map(({ formats }) => formats)
    .join(", or ");

const taken = (limits: KnownLimits | undefined) =>
  NAMES.filter((kind) => missingFor(kind, limits) === undefined).map((kind) => KINDS[kind]);
