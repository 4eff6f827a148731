import { createHash } from "node:crypto";

export interface Picture {
  readonly mimeType: "image/jpeg" | "image/png";
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  /** Of its bytes, in hex. */
  readonly sha256: string;
}

type Size = Pick<Picture, "mimeType" | "width" | "height">;

const PNG_START = Buffer.from("89504e470d0a1a0a", "hex");
const PNG_END = Buffer.from("49454e44ae426082", "hex");

/** A JPEG or PNG that has a size and an end; undefined for anything else, and for half a picture. */
export function readPicture(bytes: Buffer): Picture | undefined {
  const found = bytes.subarray(0, 8).equals(PNG_START) ? readPng(bytes) : readJpeg(bytes);
  if (found === undefined || found.width === 0 || found.height === 0) return undefined;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { ...found, bytes: bytes.length, sha256 };
}

function readPng(bytes: Buffer): Size | undefined {
  if (bytes.length < 45 || !bytes.subarray(-8).equals(PNG_END)) return undefined;
  return { mimeType: "image/png", width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

function readJpeg(bytes: Buffer): Size | undefined {
  const complete =
    bytes.length > 4 &&
    bytes.readUInt16BE(0) === 0xffd8 &&
    bytes.readUInt16BE(bytes.length - 2) === 0xffd9;
  if (!complete) return undefined;
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes.readUInt8(at + 1);
    if (isStartOfFrame(marker)) {
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)];
      return { mimeType: "image/jpeg", width, height };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

/** SOF0 to SOF15; DHT, JPG and DAC lie among them. */
function isStartOfFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}
