import type { PhotoType } from "@caption-generator/schema";
import { bareAvif } from "./bare-avif.ts";
import { bareJpeg } from "./bare-jpeg.ts";
import { barePng } from "./bare-png.ts";
import { bareWebp } from "./bare-webp.ts";

const BARE: Partial<Record<PhotoType, (file: Buffer) => Buffer>> = {
  "image/jpeg": bareJpeg,
  "image/png": barePng,
  "image/webp": bareWebp,
  "image/avif": bareAvif,
};

/**
 * A photo without what is in it beside the picture, its colours and its orientation. Decoders read all else, too, in
 * native code that nothing ends: EXIF whose directories point at each other takes libexif minutes, a few
 * kilobytes of compressed text in a PNG take libpng gigabytes. GIF has nothing of the kind, and HEIC is
 * decoded by a program that reads none of it.
 *
 * Takes one walk along the file. What is damaged stays so, for the decoder to say.
 */
export function barePhoto(bytes: Uint8Array, type: PhotoType): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return BARE[type]?.(file) ?? bytes;
}
