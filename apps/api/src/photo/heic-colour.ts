import { crc32, deflateSync } from "node:zlib";

/** The ICC profile of a HEIF file's `colr` box, if it has one: phones store Display P3 there. */
export function heifProfile(bytes: Uint8Array): Uint8Array | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const type = file.indexOf("colrprof");
  if (type < 4) return undefined;
  const profile = file.subarray(type + 8, type - 4 + file.readUInt32BE(type - 4));
  // Every ICC profile bears this signature at byte 36; anything else is no profile.
  return profile.toString("latin1", 36, 40) === "acsp" ? profile : undefined;
}

const AFTER_IHDR = 33;

/** Puts an ICC profile into a PNG that has none (an `iCCP` chunk right after its header). */
export function withProfile(png: Uint8Array, profile: Uint8Array): Buffer {
  const content = Buffer.concat([Buffer.from("iCCPprofile\0\0", "latin1"), deflateSync(profile)]);
  const chunk = Buffer.alloc(content.length + 8);
  chunk.writeUInt32BE(content.length - 4, 0);
  content.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(content), content.length + 4);
  return Buffer.concat([png.subarray(0, AFTER_IHDR), chunk, png.subarray(AFTER_IHDR)]);
}
