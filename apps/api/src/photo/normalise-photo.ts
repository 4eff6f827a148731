import type { PhotoType } from "@caption-generator/schema";
import { NORMALISED_SIDE, PHOTO_LIMITS } from "@caption-generator/schema";
import type { Sharp } from "sharp";
import type { NormalisedImage } from "../ports/caption-model.ts";
import { decodeGate } from "./decode-gate.ts";
import { explain } from "./explain.ts";
import { heifProfile, withProfile } from "./heic-colour.ts";
import { readHeic } from "./heic-decoder.ts";
import { jpegSide } from "./normalised-side.ts";
import { openImage } from "./open-image.ts";
import { checkSize } from "./photo-errors.ts";

const JPEG_QUALITY = 82;

// A model sees no difference between kernels, nor cares for a file a tenth smaller: the cheaper
// ones, here and below, save a quarter of the time a photo takes.

/**
 * Makes of any photo we take the one kind that models see: a JPEG in sRGB, upright, on white where
 * it was transparent, at most 1536 px on its longer side, and without metadata of any kind.
 *
 * @param type what `inspectPhoto` found, not what somebody declared.
 * @throws AppError image_truncated, image_unreadable, image_empty, image_too_many_pixels; the
 * signal's reason when aborted.
 */
export function normalisePhoto(
  bytes: Uint8Array,
  type: PhotoType,
  signal?: AbortSignal,
): Promise<NormalisedImage> {
  return decodeGate.run(
    () =>
      explain(bytes, type, signal, async () => {
        const photo = type === "image/heic" ? await openHeic(bytes, signal) : openImage(bytes);
        return await toModelJpeg(photo, await sideOf(photo, type), signal);
      }),
    signal,
  );
}

/** The longer side that a photo is shrunk to, in pixels. */
async function sideOf(photo: Sharp, type: PhotoType): Promise<number> {
  if (type !== "image/jpeg") return NORMALISED_SIDE;
  const { width, height } = await photo.metadata();
  return jpegSide(Math.max(width, height));
}

async function toModelJpeg(
  photo: Sharp,
  side: number,
  signal: AbortSignal | undefined,
): Promise<NormalisedImage> {
  const { data, info } = await shrink(photo, side)
    .flatten({ background: "#fff" })
    .toColourspace("srgb")
    .jpeg({ quality: JPEG_QUALITY, chromaSubsampling: "4:2:0", optimiseCoding: false })
    .toBuffer({ resolveWithObject: true });
  signal?.throwIfAborted();
  return { type: "image/jpeg", bytes: data, width: info.width, height: info.height };
}

function shrink(photo: Sharp, side: number): Sharp {
  return photo.resize({
    width: side,
    height: side,
    fit: "inside",
    withoutEnlargement: true,
    kernel: "cubic",
  });
}

/**
 * The pixels of a HEIC file, upright: libheif applies the file's own rotation, and its EXIF
 * orientation, which repeats it, is never read. libheif leaves colours as they are, so where the
 * file has a profile the pixels go on as a PNG that carries it.
 */
async function openHeic(bytes: Uint8Array, signal: AbortSignal | undefined): Promise<Sharp> {
  const reply = await readHeic({ bytes, decodeUpTo: PHOTO_LIMITS.maxPixels }, signal);
  if (!reply.ok) throw new Error(reply.reason);
  const { width, height, pixels } = reply;
  checkSize(width, height);
  if (pixels === undefined) throw new Error("the HEIC worker sent no pixels");
  const photo = openImage(pixels, { raw: { width, height, channels: 4 } });
  const profile = heifProfile(bytes);
  if (profile === undefined) return photo;
  const png = await shrink(photo, NORMALISED_SIDE).png({ compressionLevel: 0 }).toBuffer();
  return openImage(withProfile(png, profile));
}
