import type { PhotoType } from "@caption-generator/schema";
import { PHOTO_TYPE_NAMES } from "@caption-generator/schema";
import { fileTypeFromBuffer } from "file-type";
import { textKind } from "./text-kind.ts";

/** What is no photo of ours, in words that fit "its content is …"; undefined if nobody knows. */
export interface OtherType {
  readonly other: string | undefined;
}

const SAMPLE_BYTES = 4_100;

const ALIASES: Readonly<Record<string, PhotoType>> = {
  "image/apng": "image/png",
  "image/heif": "image/heic",
  "image/heif-sequence": "image/heic",
  "image/heic-sequence": "image/heic",
};

/**
 * What a file is, told from its first bytes alone; its name and declared type have no say.
 */
export async function sniffPhotoType(bytes: Uint8Array): Promise<PhotoType | OtherType> {
  const start = bytes.subarray(0, SAMPLE_BYTES);
  const mime = (await fileTypeFromBuffer(start).catch(() => undefined))?.mime;
  if (mime === undefined || mime === "application/xml") return { other: textKind(start) };
  const type = ALIASES[mime] ?? PHOTO_TYPE_NAMES.find((name) => name === mime);
  if (type === undefined) return { other: describe(mime) };
  return type === "image/heic" && hasBrand(start, "avif") ? "image/avif" : type;
}

/** `mif1` files say only among their compatible brands which codec they are made with. */
function hasBrand(start: Uint8Array, brand: string): boolean {
  const header = Buffer.from(start.buffer, start.byteOffset, start.byteLength);
  const size = Math.min(header.length, header.length < 4 ? 0 : header.readUInt32BE(0));
  for (let at = 16; at + 4 <= size; at += 4) {
    if (header.toString("latin1", at, at + 4) === brand) return true;
  }
  return false;
}

function describe(mime: string): string {
  if (mime === "application/pdf") return "a PDF document";
  const kind = mime.slice(0, mime.indexOf("/"));
  if (kind === "video") return `a video (${mime})`;
  if (kind === "audio") return `a sound recording (${mime})`;
  if (kind === "image") return `a picture of a kind we cannot read (${mime})`;
  return `a file of type ${mime}`;
}
