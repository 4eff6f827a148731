import type { MediaType } from "@caption-generator/schema";
import { fileTypeFromBuffer } from "file-type";
import { isMedia, knownType } from "../uploads/file-type.ts";
import { id3TagBytes } from "./id3-tag.ts";

/** Enough of a file's beginning to tell every type we take. */
const SAMPLE_BYTES = 4_100;

/**
 * What a video or recording is, told from its first bytes; undefined for anything else.
 * @param readAt reads on from a position, which needs the whole file; without it, what lies behind a long tag is
 * taken for MP3
 */
export async function sniffMediaType(
  bytes: Uint8Array,
  readAt: (position: number) => Promise<Uint8Array> = async (position) => bytes.subarray(position),
): Promise<MediaType | undefined> {
  const tag = id3TagBytes(bytes);
  // Behind a large ID3 tag, with its cover picture, file-type sees no frame of sound.
  if (tag !== undefined) return isFlac(await readAt(tag)) ? "audio/flac" : "audio/mpeg";
  const found = await fileTypeFromBuffer(bytes.subarray(0, SAMPLE_BYTES)).catch(() => undefined);
  const type = found === undefined ? undefined : knownType(found.mime);
  return type !== undefined && isMedia(type) ? type : undefined;
}

const isFlac = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 4)).toString("latin1") === "fLaC";
