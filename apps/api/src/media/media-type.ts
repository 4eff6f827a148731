import type { MediaType } from "@caption-generator/schema";
import { fileTypeFromBuffer } from "file-type";
import { isMedia, knownType } from "../uploads/file-type.ts";

/** Enough of a file's beginning to tell every type we take. */
const SAMPLE_BYTES = 4_100;

/** What a video or recording is, told from its first bytes alone; undefined for anything else. */
export async function sniffMediaType(bytes: Uint8Array): Promise<MediaType | undefined> {
  const start = bytes.subarray(0, SAMPLE_BYTES);
  // Behind a large ID3 tag, with its cover picture, file-type sees no frame of sound.
  if (Buffer.from(start.subarray(0, 3)).toString("latin1") === "ID3") return "audio/mpeg";
  const found = await fileTypeFromBuffer(start).catch(() => undefined);
  const type = found === undefined ? undefined : knownType(found.mime);
  return type !== undefined && isMedia(type) ? type : undefined;
}
