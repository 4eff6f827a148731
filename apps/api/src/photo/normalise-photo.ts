import type { PhotoType } from "@caption-generator/schema";
import { NORMALISED_SIDE, PHOTO_LIMITS } from "@caption-generator/schema";
import type { Metadata, Sharp } from "sharp";
import type { NormalisedImage } from "../ports/caption-model.ts";
import { barePhoto } from "./bare/bare-photo.ts";
import { decodeGate } from "./decode-gate.ts";
import { explain } from "./explain.ts";
import { heifProfile, withProfile } from "./heic-colour.ts";
import { readHeic } from "./heic-decoder.ts";
import { jpegSide } from "./normalised-side.ts";
import { openImage, readHeader } from "./open-image.ts";
import { checkSize } from "./photo-errors.ts";
import { isSrgb } from "./srgb-profile.ts";

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
        if (type === "image/heic") {
          return await toModelJpeg(await openHeic(bytes, signal), NORMALISED_SIDE, signal);
        }
        const bare = barePhoto(bytes, type);
        const header = await readHeader(bare);
        return await toModelJpeg(openAs(header, bare), sideFor(header, type), signal);
      }),
    signal,
  );
}

/**
 * Opens a photo for decoding. A profile that says sRGB is ignored: libvips would convert each pixel before it
 * shrinks the photo, which is most of the time that a phone's photo would take, and change none.
 */
function openAs({ icc }: Metadata, bytes: Uint8Array): Sharp {
  return openImage(bytes, { ignoreIcc: icc !== undefined && isSrgb(icc) });
}

/** The longer side that a photo is shrunk to, in pixels. */
function sideFor({ width, height }: Metadata, type: PhotoType): number {
  return type === "image/jpeg" ? jpegSide(Math.max(width, height)) : NORMALISED_SIDE;
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
