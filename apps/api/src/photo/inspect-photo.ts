import type { PhotoType } from "@caption-generator/schema";
import { barePhoto } from "./bare/bare-photo.ts";
import { explain } from "./explain.ts";
import { readHeic } from "./heic-decoder.ts";
import { readHeader } from "./open-image.ts";
import { checkSize, emptyUpload, typeMismatch } from "./photo-errors.ts";
import { sniffPhotoType } from "./photo-type.ts";

export interface Declared {
  readonly name: string;
  readonly declaredType: string;
}

export interface PhotoFacts {
  /** What the bytes are; it may differ from what was declared, for phones name HEIC `.jpg`. */
  readonly type: PhotoType;
  /** Pixels, once upright. */
  readonly width: number;
  readonly height: number;
  /** The EXIF orientation (1 to 8) still to be applied; 1 where there is none. */
  readonly orientation: number;
  /** How many frames or pictures the file holds; only the first is looked at. */
  readonly pages: number;
}

/**
 * Reads a photo's header, without decoding it, and refuses what must not be decoded.
 *
 * @throws AppError upload_empty; image_type_mismatch where the content is no photo we take;
 * image_empty, image_too_many_pixels, image_truncated, image_unreadable. The signal's reason when
 * aborted.
 */
export async function inspectPhoto(
  bytes: Uint8Array,
  { name, declaredType }: Declared,
  signal?: AbortSignal,
): Promise<PhotoFacts> {
  if (bytes.length === 0) throw emptyUpload(name);
  const type = await sniffPhotoType(bytes);
  if (typeof type !== "string") throw typeMismatch(name, declaredType, type.other);
  const facts = await explain(bytes, type, signal, () => readFacts(bytes, type, signal));
  checkSize(facts.width, facts.height);
  return facts;
}

/**
 * What a photo's first bytes tell of it; undefined where it takes the whole file to tell, or to refuse it.
 * Only a JPEG is sure to have its size ahead of its pixels.
 */
export async function inspectStart(
  start: Uint8Array,
  declared: Declared,
): Promise<PhotoFacts | undefined> {
  if ((await sniffPhotoType(start)) !== "image/jpeg") return undefined;
  return await inspectPhoto(start, declared).catch(() => undefined);
}

async function readFacts(
  bytes: Uint8Array,
  type: PhotoType,
  signal: AbortSignal | undefined,
): Promise<PhotoFacts> {
  if (type === "image/heic") {
    const reply = await readHeic({ bytes, decodeUpTo: 0 }, signal);
    if (!reply.ok) throw new Error(reply.reason);
    const { width, height, images: pages } = reply;
    return { type, width, height, orientation: 1, pages };
  }
  const { autoOrient, orientation = 1, pages = 1 } = await readHeader(barePhoto(bytes, type));
  return { type, width: autoOrient.width, height: autoOrient.height, orientation, pages };
}
