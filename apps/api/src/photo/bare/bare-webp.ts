import { readOrientation, writeOrientation } from "./exif.ts";

/** `RIFF`, the size of all that follows, `WEBP`. */
const HEADER_BYTES = 12;
const EXIF_PREFIX = Buffer.from("Exif\0\0", "latin1");
const [HAS_XMP, HAS_EXIF] = [0x04, 0x08];

/**
 * A WebP without EXIF and XMP, but for its orientation. It may end early.
 *
 * @see https://developers.google.com/speed/webp/docs/riff_container
 */
export function bareWebp(file: Buffer): Buffer {
  const kept: Buffer[] = [];
  let exif: Buffer | undefined;
  let at = HEADER_BYTES;
  while (at + 8 <= file.length) {
    const length = file.readUInt32LE(at + 4);
    const type = file.toString("latin1", at, at + 4);
    // Chunks begin at even places.
    const chunk = file.subarray(at, at + 8 + length + (length % 2));
    if (type === "EXIF") exif ??= exifChunk(chunk.subarray(8, 8 + length));
    else if (type !== "XMP ") kept.push(chunk);
    at += 8 + length + (length % 2);
  }
  const chunks = [...kept.map((chunk) => withFlags(chunk, exif !== undefined))];
  if (exif !== undefined) chunks.push(exif);
  const bare = Buffer.concat([file.subarray(0, HEADER_BYTES), ...chunks]);
  const dropped = file.length - bare.length;
  if (bare.length >= HEADER_BYTES) {
    bare.writeUInt32LE(Math.max(0, file.readUInt32LE(4) - dropped), 4);
  }
  return bare;
}

/** The extended header says what else there is. */
function withFlags(chunk: Buffer, hasExif: boolean): Buffer {
  if (chunk.toString("latin1", 0, 4) !== "VP8X" || chunk.length < 9) return chunk;
  const header = Buffer.from(chunk);
  const others = header.readUInt8(8) & ~(HAS_XMP | HAS_EXIF);
  header.writeUInt8(others | (hasExif ? HAS_EXIF : 0), 8);
  return header;
}

function exifChunk(content: Buffer): Buffer {
  const hasPrefix = content.subarray(0, EXIF_PREFIX.length).equals(EXIF_PREFIX);
  const tiff = writeOrientation(
    readOrientation(hasPrefix ? content.subarray(EXIF_PREFIX.length) : content),
  );
  const head = Buffer.alloc(8);
  head.write("EXIF", 0, "latin1");
  head.writeUInt32LE(tiff.length, 4);
  return Buffer.concat([head, tiff]);
}
