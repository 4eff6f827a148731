import type { PhotoType } from "@caption-generator/schema";
import { endsEarly, NORMALISED_SIDE, PHOTO_LIMITS, PHOTO_TYPES } from "@caption-generator/schema";
import { declaredType } from "./declared-type.ts";
import { isHonestCanvas } from "./honest-canvas.ts";

/** What is smaller than this, in bytes, is sent as fast as it would be made smaller. */
const WORTHWHILE_BYTES = 1_000_000;
/** The service makes another JPEG of it: this one is to be of no account. */
const QUALITY = 0.9;

/**
 * Makes a photo as small as models get to see it, upright and without what else is in the file, such as where it
 * was taken: it is sent in a fraction of the time.
 * @returns the photo itself where there is nothing to gain, or where this browser cannot do it: then the service
 * does, and says what is wrong with one that is damaged
 * @throws the signal's reason, and nothing else
 */
export async function shrinkPhoto(photo: File, signal: AbortSignal): Promise<File> {
  const type = declaredType(photo);
  // Of a damaged AVIF browsers show what is left, and the service would not learn of it.
  if (photo.size < WORTHWHILE_BYTES || !isPhotoType(type) || type === "image/avif") return photo;
  try {
    return (await shrunk(photo, type, signal)) ?? photo;
  } catch {
    signal.throwIfAborted();
    return photo;
  }
}

async function shrunk(
  photo: File,
  type: PhotoType,
  signal: AbortSignal,
): Promise<File | undefined> {
  // Of half a photo, too, a browser shows what is there.
  if (endsEarly(new Uint8Array(await photo.arrayBuffer()), type)) return undefined;
  signal.throwIfAborted();
  if (!isHonestCanvas()) return undefined;
  const url = URL.createObjectURL(photo);
  try {
    const blob = await toJpeg(url, signal);
    if (blob === null || blob.size >= photo.size) return undefined;
    const { name, lastModified } = photo;
    return new File([blob], name, { type: blob.type, lastModified });
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** An image element turns a photo as its EXIF says, in every browser; and knows its size before it is decoded. */
async function toJpeg(url: string, signal: AbortSignal): Promise<Blob | null> {
  const image = new Image();
  await loaded(image, url);
  signal.throwIfAborted();
  const { naturalWidth: width, naturalHeight: height } = image;
  if (width * height > PHOTO_LIMITS.maxPixels) return null;
  await image.decode();
  signal.throwIfAborted();
  const scale = Math.min(1, NORMALISED_SIDE / Math.max(width, height));
  return draw(
    image,
    Math.max(1, Math.round(width * scale)),
    Math.max(1, Math.round(height * scale)),
  );
}

function loaded(image: HTMLImageElement, url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    image.onload = () => resolve();
    image.onerror = () => reject(new Error("This browser cannot show the photo."));
    image.src = url;
  });
}

function draw(image: HTMLImageElement, width: number, height: number): Promise<Blob | null> {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d", { alpha: false });
  if (context === null) return Promise.resolve(null);
  // As the service does it with what is transparent.
  context.fillStyle = "#fff";
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = "high";
  context.drawImage(image, 0, 0, width, height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
}

const isPhotoType = (type: string): type is PhotoType => Object.hasOwn(PHOTO_TYPES, type);
