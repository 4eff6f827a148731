import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { fourColours, quarters } from "../../testing/four-colours.ts";
import { barePhoto } from "./bare-photo.ts";

const UPRIGHT = ["red", "green", "blue", "white"];
const withAll = () =>
  fourColours()
    .withMetadata({ orientation: 6 })
    .withIccProfile("p3")
    .withExifMerge({ IFD0: { Make: "SecretCamera" }, IFD3: { GPSLatitudeRef: "N" } })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">SecretPlace</x:xmpmeta>');

const FORMATS = [
  ["image/jpeg", "jpeg"],
  ["image/png", "png"],
  ["image/webp", "webp"],
] as const;

describe("a photo without what nobody looks at", () => {
  it.each(FORMATS)(
    "has its orientation and its colours, and nothing else: %s",
    async (type, format) => {
      const photo = await withAll().toFormat(format).toBuffer();
      const bare = barePhoto(photo, type);
      const { orientation, icc, xmp, exif, width, height } = await sharp(bare).metadata();
      expect({ orientation, width, height }).toEqual({
        orientation: 6,
        ...(await sharp(photo)
          .metadata()
          .then(({ width, height }) => ({ width, height }))),
      });
      expect(icc).toBeDefined();
      expect(xmp).toBeUndefined();
      expect(exif?.length).toBeLessThan(40);
      expect(Buffer.from(bare).includes("Secret")).toBe(false);
      const pixels = (file: Uint8Array) => sharp(file).raw().toBuffer();
      expect((await pixels(bare)).equals(await pixels(photo))).toBe(true);
    },
  );

  it.each(FORMATS)(
    "is the same picture where there is nothing beside it: %s",
    async (type, format) => {
      const photo = await fourColours().toFormat(format, { lossless: true }).toBuffer();
      expect(await quarters(barePhoto(photo, type))).toEqual(UPRIGHT);
    },
  );

  it("has no EXIF in an AVIF, which is turned without it", async () => {
    const photo = await withAll().avif().toBuffer();
    const bare = barePhoto(photo, "image/avif");
    const { exif, width, height } = await sharp(bare).metadata();
    expect({ exif, width, height }).toMatchObject({ exif: undefined });
    expect(bare).toHaveLength(photo.length);
    expect(await quarters(bare)).toEqual(await quarters(await sharp(photo).toBuffer()));
  });

  it("has no text in a PNG, which may be compressed without bounds", async () => {
    const text = Buffer.concat([Buffer.from("Comment\0\0"), deflateSync(Buffer.alloc(50_000_000))]);
    const photo = await withChunks("zTXt", text, 20);
    const bare = barePhoto(photo, "image/png");
    expect(Buffer.from(bare).includes("zTXt")).toBe(false);
    expect((await sharp(bare).metadata()).comments).toBeUndefined();
  });

  it("has no EXIF whose directories point at each other", async () => {
    const plain = await fourColours().jpeg().toBuffer();
    const photo = Buffer.concat([plain.subarray(0, 2), loopingExif(), plain.subarray(2)]);
    const bare = barePhoto(photo, "image/jpeg");
    expect((await sharp(bare).metadata()).exif?.length).toBeLessThan(40);
    expect(await quarters(bare)).toEqual(UPRIGHT);
  });

  it("finds EXIF behind bytes that decoders skip", async () => {
    const plain = await fourColours().jpeg().toBuffer();
    const hidden = Buffer.concat([plain.subarray(0, 2), Buffer.from("junk"), loopingExif()]);
    const bare = barePhoto(Buffer.concat([hidden, plain.subarray(2)]), "image/jpeg");
    expect((await sharp(bare).metadata()).exif?.length).toBeLessThan(40);
  });

  it.each(FORMATS)(
    "of which only a part is there is hardly longer than that: %s",
    async (type, format) => {
      const photo = await withAll().toFormat(format).toBuffer();
      for (let length = 0; length <= photo.length; length += 13) {
        const bare = barePhoto(photo.subarray(0, length), type);
        expect(bare.length).toBeLessThanOrEqual(length + 40);
      }
    },
  );
});

async function withChunks(type: string, content: Buffer, times: number): Promise<Buffer> {
  const plain = await fourColours().png().toBuffer();
  const typed = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(typed), 4);
  const chunk = Buffer.concat([frame.subarray(0, 4), typed, frame.subarray(4)]);
  const headerEnd = 8 + 25;
  return Buffer.concat([
    plain.subarray(0, headerEnd),
    ...Array.from({ length: times }, () => chunk),
    plain.subarray(headerEnd),
  ]);
}

/** EXIF whose one directory has 5,000 entries that are directories, each of them this one. */
function loopingExif(): Buffer {
  const entries = 5_000;
  const tiff = Buffer.alloc(8 + 2 + 12 * entries + 4);
  tiff.write("MM\0*", 0, "latin1");
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(entries, 8);
  for (let index = 0; index < entries; index += 1) {
    const at = 10 + 12 * index;
    tiff.writeUInt16BE(0x8769, at);
    tiff.writeUInt16BE(4, at + 2);
    tiff.writeUInt32BE(1, at + 4);
    tiff.writeUInt32BE(8, at + 8);
  }
  const content = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]);
  const head = Buffer.of(0xff, 0xe1, 0, 0);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}
