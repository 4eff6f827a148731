import type { PhotoType } from "./limits.ts";

/**
 * Whether a file stops before its own structure says it should. Tells a cut-off file from a
 * corrupt one after decoding failed, and keeps one that is cut off from decoders that make do with
 * half a picture; it proves nothing about a file that decodes.
 */
export function endsEarly(file: Uint8Array, type: PhotoType): boolean {
  switch (type) {
    case "image/jpeg":
      return jpegEndsEarly(file);
    case "image/png":
      return pngEndsEarly(file);
    case "image/gif":
      return gifEndsEarly(file);
    case "image/webp":
      return file.length < 12 || viewOf(file).getUint32(4, true) + 8 > file.length;
    case "image/avif":
    case "image/heic":
      return boxesEndEarly(file);
  }
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  new DataView(buffer, byteOffset, byteLength);

/** A JPEG is whole when an end marker (FFD9) follows the start of its scan (FFDA). */
function jpegEndsEarly(file: Uint8Array): boolean {
  const view = viewOf(file);
  let at = 2;
  while (at + 4 <= file.length) {
    if (file[at] !== 0xff) return false;
    const marker = file[at + 1];
    if (marker === 0xff) at += 1;
    else if (marker === 0xda) return !hasMarker(file, 0xd9, at);
    else at += 2 + view.getUint16(at + 2);
  }
  return true;
}

function hasMarker(file: Uint8Array, marker: number, from: number): boolean {
  for (let at = from; at + 1 < file.length; at += 1) {
    if (file[at] === 0xff && file[at + 1] === marker) return true;
  }
  return false;
}

/** "IEND" as a big-endian number. */
const IEND = 0x49_45_4e_44;

function pngEndsEarly(file: Uint8Array): boolean {
  const view = viewOf(file);
  let at = 8;
  while (at + 12 <= file.length) {
    if (view.getUint32(at + 4) === IEND) return false;
    at += 12 + view.getUint32(at);
  }
  return true;
}

const colourTableBytes = (flags: number) => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));

/** A GIF is blocks, each with an introducer byte, up to the trailer (3B). */
function gifEndsEarly(file: Uint8Array): boolean {
  let at = 13 + colourTableBytes(file[10] ?? 0);
  while (at < file.length) {
    const introducer = file[at];
    if (introducer === 0x21) at += 2;
    else if (introducer === 0x2c) at += 11 + colourTableBytes(file[at + 9] ?? 0);
    else return false;
    // Both go on as chunks, each after a byte with its length; an empty one is the last.
    let length = file[at];
    while (length !== undefined && length > 0) {
      at += 1 + length;
      length = file[at];
    }
    at += 1;
  }
  return true;
}

/** ISO base media boxes: a 32-bit size and a type, or size 1 and a 64-bit size; 0 is "to the end". */
function boxesEndEarly(file: Uint8Array): boolean {
  const view = viewOf(file);
  let at = 0;
  while (at < file.length) {
    if (at + 8 > file.length) return true;
    const short = view.getUint32(at);
    if (short === 0) return false;
    if (short === 1 && at + 16 > file.length) return true;
    const size = short === 1 ? Number(view.getBigUint64(at + 8)) : short;
    if (size < 8) return false;
    at += size;
  }
  return at > file.length;
}
