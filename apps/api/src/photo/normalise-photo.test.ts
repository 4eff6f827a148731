import { readFileSync } from "node:fs";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { fourColours, quarters } from "../testing/four-colours.ts";
import { mirrorHeic, rotateHeic } from "../testing/heic-transform.ts";
import { closePhotoWorkers } from "./heic-decoder.ts";
import { normalisePhoto } from "./normalise-photo.ts";

const load = (name: string) => readFileSync(new URL(`../testing/photos/${name}`, import.meta.url));
const heic = load("four-colours.heic");
const UPRIGHT = ["red", "green", "blue", "white"];

afterAll(closePhotoWorkers);

const centre = async (picture: Uint8Array) => [
  ...(await sharp(picture).resize(1, 1, { kernel: "nearest" }).raw().toBuffer()),
];

describe("normalisePhoto", () => {
  it.each([
    [1, UPRIGHT],
    [2, ["green", "red", "white", "blue"]],
    [3, ["white", "blue", "green", "red"]],
    [4, ["blue", "white", "red", "green"]],
    [5, ["red", "blue", "green", "white"]],
    [6, ["blue", "red", "white", "green"]],
    [7, ["white", "green", "blue", "red"]],
    [8, ["green", "white", "red", "blue"]],
  ])("applies EXIF orientation %i", async (orientation, expected) => {
    const photo = await fourColours().withMetadata({ orientation }).jpeg().toBuffer();
    const { bytes } = await normalisePhoto(photo, "image/jpeg");
    expect(await quarters(bytes)).toEqual(expected);
  });

  it.each([
    ["png", "image/png"],
    ["webp", "image/webp"],
  ] as const)("applies the orientation that EXIF has in a %s", async (format, type) => {
    const photo = await fourColours().withMetadata({ orientation: 6 }).toFormat(format).toBuffer();
    const { bytes } = await normalisePhoto(photo, type);
    expect(await quarters(bytes)).toEqual(["blue", "red", "white", "green"]);
  });

  it("shrinks the longer side to 1536 pixels and keeps the proportions", async () => {
    const tall = await fourColours(1_600, 3_200).jpeg().toBuffer();
    const image = await normalisePhoto(tall, "image/jpeg");
    expect(image).toMatchObject({ type: "image/jpeg", width: 768, height: 1_536 });
    expect(await sharp(image.bytes).metadata()).toMatchObject({ width: 768, height: 1_536 });
  });

  it("never enlarges", async () => {
    const small = await fourColours(40, 30).png().toBuffer();
    expect(await normalisePhoto(small, "image/png")).toMatchObject({ width: 40, height: 30 });
  });

  it("leaves no metadata: no EXIF, place, XMP, IPTC, colour profile, comment or thumbnail", async () => {
    const photo = await fourColours()
      .withMetadata({ orientation: 3 })
      .withExifMerge({ IFD0: { Make: "SecretCamera" }, IFD3: { GPSLatitudeRef: "N" } })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">SecretPlace</x:xmpmeta>')
      .jpeg()
      .toBuffer();
    expect(photo.includes("SecretCamera") && photo.includes("SecretPlace")).toBe(true);

    const { bytes } = await normalisePhoto(photo, "image/jpeg");
    const file = Buffer.from(bytes);
    expect(jpegMarkers(file).filter((marker) => marker >= 0xe0)).toEqual([]);
    expect(file.indexOf("Secret")).toBe(-1);
  });

  it("leaves nothing of a HEIC file's metadata either", async () => {
    expect(heic.includes("Secret Camera")).toBe(true);
    const { bytes } = await normalisePhoto(heic, "image/heic");
    expect(jpegMarkers(Buffer.from(bytes)).filter((marker) => marker >= 0xe0)).toEqual([]);
  });

  it("puts what is transparent on white", async () => {
    const clear = { r: 0, g: 0, b: 0, alpha: 0 };
    const png = await sharp({ create: { width: 8, height: 8, channels: 4, background: clear } })
      .png()
      .toBuffer();
    expect(await centre((await normalisePhoto(png, "image/png")).bytes)).toEqual([255, 255, 255]);
  });

  it.each([
    ["Display P3", fourColours().withIccProfile("p3").jpeg({ quality: 100 }), "image/jpeg"],
    ["CMYK", fourColours().toColourspace("cmyk").withIccProfile("cmyk").jpeg(), "image/jpeg"],
    ["16-bit", fourColours().toColourspace("rgb16").png(), "image/png"],
  ] as const)("converts %s to 8-bit sRGB, and the colours stay", async (_, photo, type) => {
    const { bytes } = await normalisePhoto(await photo.toBuffer(), type);
    expect(await sharp(bytes).metadata()).toMatchObject({
      space: "srgb",
      channels: 3,
      depth: "uchar",
      hasProfile: false,
    });
    expect(await quarters(bytes)).toEqual(UPRIGHT);
  });

  it("makes three channels of a grey picture", async () => {
    const grey = await fourColours().greyscale().jpeg().toBuffer();
    const { bytes } = await normalisePhoto(grey, "image/jpeg");
    expect(await sharp(bytes).metadata()).toMatchObject({ space: "srgb", channels: 3 });
  });

  it.each(["image/png", "image/webp", "image/avif", "image/gif"] as const)(
    "reads %s",
    async (type) => {
      const format = type === "image/avif" ? "avif" : (type.slice(6) as "png" | "webp" | "gif");
      const photo = await fourColours().toFormat(format).toBuffer();
      expect(await quarters((await normalisePhoto(photo, type)).bytes)).toEqual(UPRIGHT);
    },
  );

  it("looks at the first frame of an animation", async () => {
    const frames = [fourColours(), fourColours().negate()].map((frame) => frame.png().toBuffer());
    const gif = await sharp(await Promise.all(frames), { join: { animated: true } })
      .gif()
      .toBuffer();
    const image = await normalisePhoto(gif, "image/gif");
    expect(image.height).toBe(120);
    expect(await quarters(image.bytes)).toEqual(UPRIGHT);
  });

  it.each([
    [0, UPRIGHT],
    [1, ["green", "white", "red", "blue"]],
    [2, ["white", "blue", "green", "red"]],
    [3, ["blue", "red", "white", "green"]],
  ] as const)(
    "turns a HEIC by its own %i quarter turns and not by its EXIF orientation as well",
    async (turns, expected) => {
      const { bytes } = await normalisePhoto(rotateHeic(heic, turns), "image/heic");
      expect(await quarters(bytes)).toEqual(expected);
    },
  );

  it("mirrors a HEIC as it asks", async () => {
    const { bytes } = await normalisePhoto(mirrorHeic(heic, 1), "image/heic");
    expect(await quarters(bytes)).toEqual(["green", "red", "white", "blue"]);
  });

  it("converts a HEIC in Display P3 to sRGB", async () => {
    const p3 = load("four-colours-p3.heic");
    const unmanaged = Buffer.from(p3);
    unmanaged.write("free", unmanaged.indexOf("colrprof"), "latin1");
    const red = async (file: Uint8Array) => {
      const { bytes } = await normalisePhoto(file, "image/heic");
      return (await sharp(bytes).raw().toBuffer())[0] ?? 0;
    };
    // The picture's red is #e02020: 224 in sRGB, 206 in Display P3.
    expect(Math.abs((await red(p3)) - 224)).toBeLessThanOrEqual(3);
    expect(Math.abs((await red(unmanaged)) - 206)).toBeLessThanOrEqual(3);
  });

  it("stops with the signal's reason", async () => {
    const reason = new Error("cancelled by the person");
    const signal = AbortSignal.abort(reason);
    await expect(normalisePhoto(heic, "image/heic", signal)).rejects.toBe(reason);
  });
});

/** The markers of a JPEG's header segments, up to its scan. */
function jpegMarkers(file: Buffer): number[] {
  const markers: number[] = [];
  for (let at = 2; file[at + 1] !== 0xda; at += 2 + file.readUInt16BE(at + 2)) {
    markers.push(file[at + 1] ?? 0);
  }
  return markers;
}
