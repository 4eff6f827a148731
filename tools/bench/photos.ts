import sharp from "sharp";
import type { PhotoFile } from "../../apps/api/src/testing/api-client.ts";

let made = 0;

/** A JPEG like no other made before, with about as much detail as a photograph: 2 MB at 12 megapixels. */
export async function noisyPhoto(width: number, height: number, quality = 80): Promise<PhotoFile> {
  made += 1;
  const noise = { type: "gaussian", mean: 128, sigma: 12 } as const;
  const bytes = await sharp({ create: { width, height, channels: 3, background: "#000", noise } })
    .jpeg({ quality })
    .withMetadata({ exif: { IFD0: { ImageDescription: `photo ${made}` } } })
    .toBuffer();
  return { bytes: new Uint8Array(bytes), name: `bench-${made}.jpg`, type: "image/jpeg" };
}
