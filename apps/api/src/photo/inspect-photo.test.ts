import { readFileSync } from "node:fs";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { fourColours } from "../testing/four-colours.ts";
import { rotateHeic } from "../testing/heic-transform.ts";
import { closePhotoWorkers } from "./heic-decoder.ts";
import { inspectPhoto, inspectStart } from "./inspect-photo.ts";

const heic = readFileSync(new URL("../testing/photos/four-colours.heic", import.meta.url));
const declared = { name: "holiday.jpg", declaredType: "image/jpeg" };

afterAll(closePhotoWorkers);

/** A PNG whose header claims another size than its pixels have. */
async function pngOfSize(width: number, height: number): Promise<Buffer> {
  const png = await fourColours().png().toBuffer();
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  return png;
}

describe("inspectPhoto", () => {
  it("reads the size as it is once upright, and the orientation still to be applied", async () => {
    const sideways = await fourColours().withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await inspectPhoto(sideways, declared)).toEqual({
      type: "image/jpeg",
      width: 120,
      height: 160,
      orientation: 6,
      pages: 1,
    });
  });

  it("takes a HEIC that a phone named .jpg, at its size after the file's own rotation", async () => {
    expect(await inspectPhoto(rotateHeic(heic, 1), declared)).toEqual({
      type: "image/heic",
      width: 120,
      height: 160,
      orientation: 1,
      pages: 1,
    });
  });

  it("counts the frames of an animation and gives the size of one", async () => {
    const frames = [fourColours(), fourColours().negate()].map((frame) => frame.png().toBuffer());
    const gif = await sharp(await Promise.all(frames), { join: { animated: true } })
      .gif()
      .toBuffer();
    expect(await inspectPhoto(gif, declared)).toMatchObject({ width: 160, height: 120, pages: 2 });
  });

  it("refuses an empty file by name", async () => {
    await expect(inspectPhoto(new Uint8Array(), declared)).rejects.toMatchObject({
      code: "upload_empty",
      message: expect.stringContaining('"holiday.jpg"'),
    });
  });

  it.each([
    ["an SVG drawing", '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ["a text file", "hello"],
  ])("refuses %s behind a photo's extension, naming both", async (content, text) => {
    await expect(inspectPhoto(Buffer.from(text), declared)).rejects.toMatchObject({
      code: "image_type_mismatch",
      message: `"holiday.jpg" is declared as image/jpeg, but its content is ${content}. Send a JPEG, PNG, WebP, AVIF, GIF or HEIC photo.`,
    });
  });

  it.each([
    [0, 0],
    [0, 120],
    [160, 0],
  ])("calls a picture of %i × %i pixels empty", async (width, height) => {
    await expect(inspectPhoto(await pngOfSize(width, height), declared)).rejects.toMatchObject({
      code: "image_empty",
      message: expect.stringContaining(`${width} × ${height} pixels`),
    });
  });

  it("refuses 60 megapixels from the header, naming the number", async () => {
    await expect(inspectPhoto(await pngOfSize(10_000, 6_000), declared)).rejects.toMatchObject({
      code: "image_too_many_pixels",
      message: expect.stringContaining("60 megapixels (10000 × 6000); the most we take is 50"),
    });
  });

  it("takes exactly 50 megapixels", async () => {
    const facts = await inspectPhoto(await pngOfSize(10_000, 5_000), declared);
    expect(facts).toMatchObject({ width: 10_000, height: 5_000 });
  });

  it("refuses a thread of pixels, which would take minutes to shrink", async () => {
    await expect(inspectPhoto(await pngOfSize(1, 65_536), declared)).rejects.toMatchObject({
      code: "image_too_many_pixels",
      message: expect.stringContaining("1 × 65536 pixels; the longest side we take is 65535"),
    });
    expect(await inspectPhoto(await pngOfSize(65_535, 1), declared)).toMatchObject({ height: 1 });
  });

  it("refuses a HEIC of too many pixels without decoding it", async () => {
    const large = Buffer.from(heic);
    large.writeUInt32BE(10_000, large.indexOf("ispe") + 8);
    large.writeUInt32BE(6_000, large.indexOf("ispe") + 12);
    await expect(inspectPhoto(large, declared)).rejects.toMatchObject({
      code: "image_too_many_pixels",
    });
  });

  it("tells a header that is cut off from one that is damaged", async () => {
    const webp = await fourColours().webp().toBuffer();
    const damaged = Buffer.from(webp);
    damaged.fill(0xff, 16);
    await expect(inspectPhoto(webp.subarray(0, 20), declared)).rejects.toMatchObject({
      code: "image_truncated",
    });
    await expect(inspectPhoto(damaged, declared)).rejects.toMatchObject({
      code: "image_unreadable",
      message: expect.not.stringMatching(/vips|webp2|buffer/i),
    });
  });

  it("stops with the signal's reason", async () => {
    const reason = new Error("cancelled by the person");
    await expect(inspectPhoto(heic, declared, AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});

describe("inspectStart", () => {
  it("tells of a JPEG what the whole of it would", async () => {
    const jpeg = await fourColours(1_600, 1_200).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const whole = await inspectPhoto(jpeg, declared);
    expect(await inspectStart(jpeg.subarray(0, 2_000), declared)).toEqual(whole);
  });

  it.each([
    ["a JPEG whose size is further on", () => fourColours().jpeg().toBuffer(), 100],
    ["a PNG", () => fourColours().png().toBuffer(), 1_000],
    ["a HEIC", async () => heic, 1_000],
    ["no photo", async () => Buffer.from("no photo at all"), 10],
    ["nothing", async () => Buffer.alloc(0), 10],
  ])("tells nothing of %s", async (_, make, bytes) => {
    expect(await inspectStart((await make()).subarray(0, bytes), declared)).toBeUndefined();
  });

  it("leaves a JPEG that is to be refused to a look at all of it", async () => {
    const jpeg = await fourColours().jpeg().toBuffer();
    jpeg.writeUInt16BE(0, jpeg.indexOf(Buffer.from([0xff, 0xc0])) + 5);
    expect(await inspectStart(jpeg, declared)).toBeUndefined();
    await expect(inspectPhoto(jpeg, declared)).rejects.toMatchObject({ code: "image_empty" });
  });
});
