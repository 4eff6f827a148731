import { crc32 } from "node:zlib";
import { readOrientation, writeOrientation } from "./exif.ts";

const SIGNATURE_BYTES = 8;
/** Length, type and checksum of a chunk. */
const FRAME_BYTES = 12;

/** What pixels and their colours are made of; PNG has dozens of other kinds, some of them compressed without bounds. */
const KEPT = new Set([
  ...["IHDR", "PLTE", "IDAT", "IEND", "tRNS"],
  ...["cHRM", "cICP", "gAMA", "iCCP", "mDCV", "cLLI", "sBIT", "sRGB"],
  ...["acTL", "fcTL", "fdAT"],
]);

/** A PNG without texts and other chunks that nobody looks at, but for its orientation. It may end early. */
export function barePng(file: Buffer): Buffer {
  const kept: Buffer[] = [file.subarray(0, SIGNATURE_BYTES)];
  let at = SIGNATURE_BYTES;
  while (at + 8 <= file.length) {
    const length = file.readUInt32BE(at);
    const type = file.toString("latin1", at + 4, at + 8);
    const chunk = file.subarray(at, at + FRAME_BYTES + length);
    if (KEPT.has(type)) kept.push(chunk);
    if (type === "eXIf") kept.push(exifChunk(chunk.subarray(8, 8 + length)));
    at += FRAME_BYTES + length;
  }
  return Buffer.concat(kept);
}

function exifChunk(tiff: Buffer): Buffer {
  const content = writeOrientation(readOrientation(tiff));
  const typed = Buffer.concat([Buffer.from("eXIf", "latin1"), content]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  checksum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, checksum]);
}
