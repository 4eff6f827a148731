import type { PhotoType } from "@caption-generator/schema";

export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The size a file's header declares, if a side of it is 0. Decoders call such a file broken;
 * this finds the reason, so that the person can be told.
 */
export function zeroSide(bytes: Uint8Array, type: PhotoType): Size | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = declaredSize(file, type);
  return size !== undefined && (size.width === 0 || size.height === 0) ? size : undefined;
}

function declaredSize(file: Buffer, type: PhotoType): Size | undefined {
  switch (type) {
    case "image/png":
      return sizeAt(file, 16, 4, "BE");
    case "image/gif":
      return sizeAt(file, 6, 2, "LE");
    case "image/webp":
      // Only a plain lossy frame stores its sides as they are; the other kinds store them less 1.
      return file.toString("latin1", 12, 16) === "VP8 " ? sizeAt(file, 26, 2, "LE") : undefined;
    case "image/jpeg":
      return jpegSize(file);
    case "image/avif":
    case "image/heic": {
      const box = file.indexOf("ispe");
      return box === -1 ? undefined : sizeAt(file, box + 8, 4, "BE");
    }
  }
}

function sizeAt(file: Buffer, at: number, width: 2 | 4, order: "BE" | "LE"): Size | undefined {
  if (at + 2 * width > file.length) return undefined;
  const read = (from: number) =>
    order === "BE" ? file.readUIntBE(from, width) : file.readUIntLE(from, width);
  return { width: read(at), height: read(at + width) };
}

/** A JPEG's frame header (SOF0 to SOF15, less the three tables among them): height, then width. */
function jpegSize(file: Buffer): Size | undefined {
  let at = 2;
  while (at + 9 <= file.length && file[at] === 0xff) {
    const marker = file[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { width: file.readUInt16BE(at + 7), height: file.readUInt16BE(at + 5) };
    }
    at += marker === 0xff ? 1 : 2 + file.readUInt16BE(at + 2);
  }
  return undefined;
}
