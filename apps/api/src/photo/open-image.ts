import { PHOTO_LIMITS } from "@caption-generator/schema";
import type { Sharp, SharpOptions } from "sharp";
import sharp from "sharp";

// Parallel work comes from several photos at once (see decode-gate.ts), each on one thread: the
// same throughput for a fraction of the memory. No photo is decoded twice, so a cache never hits.
sharp.concurrency(1);
sharp.cache(false);

const DECODE_SECONDS = 20;

/** Opens a file that the allowlist has let through, for decoding: the first frame, upright. */
export function openImage(input: Uint8Array | Uint8ClampedArray, more: SharpOptions = {}): Sharp {
  return sharp(input, {
    failOn: "error",
    limitInputPixels: PHOTO_LIMITS.maxPixels,
    autoOrient: true,
    pages: 1,
    ...more,
  }).timeout({ seconds: DECODE_SECONDS });
}

/** Reads a header. No pixel is decoded, so a size of any kind may come out of it. */
export async function readHeader(bytes: Uint8Array) {
  return await sharp(bytes, { failOn: "error", limitInputPixels: false }).metadata();
}
