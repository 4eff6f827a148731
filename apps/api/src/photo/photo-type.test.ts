import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fourColours } from "../testing/four-colours.ts";
import { sniffPhotoType } from "./photo-type.ts";

const heic = readFileSync(new URL("../testing/photos/four-colours.heic", import.meta.url));

const ftyp = (major: string, ...compatible: string[]) => {
  const brands = Buffer.from(`ftyp${major}\0\0\0\0${compatible.join("")}`, "latin1");
  const size = Buffer.alloc(4);
  size.writeUInt32BE(brands.length + 4);
  return Buffer.concat([size, brands]);
};

/** An `acTL` chunk after the header is what makes a PNG an animated one. */
const apng = (png: Buffer) => {
  const chunk = Buffer.from("\0\0\0\x08acTL\0\0\0\x01\0\0\0\0\0\0\0\0", "latin1");
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
};

describe("sniffPhotoType", () => {
  it.each([
    ["image/jpeg", () => fourColours().jpeg().toBuffer()],
    ["image/png", () => fourColours().png().toBuffer()],
    ["image/webp", () => fourColours().webp().toBuffer()],
    ["image/gif", () => fourColours().gif().toBuffer()],
    ["image/avif", () => fourColours().avif().toBuffer()],
    ["image/heic", async () => heic],
  ])("knows %s by its bytes", async (type, make) => {
    expect(await sniffPhotoType(await make())).toBe(type);
  });

  it("takes an animated PNG for a PNG", async () => {
    expect(await sniffPhotoType(apng(await fourColours().png().toBuffer()))).toBe("image/png");
  });

  it.each([
    ["mif1", ["heic"], "image/heic"],
    ["mif1", ["miaf", "avif"], "image/avif"],
    ["hevc", ["heic"], "image/heic"],
    ["msf1", [], "image/heic"],
    ["heix", [], "image/heic"],
    ["avis", [], "image/avif"],
  ])("reads the brands %s %j as %s", async (major, compatible, type) => {
    expect(await sniffPhotoType(ftyp(major, ...compatible))).toBe(type);
  });

  it.each([
    ["an SVG drawing", '<?xml version="1.0"?>\n<!-- made by hand --><svg xmlns="x"></svg>'],
    ["an SVG drawing", "<svg>"],
    ["an HTML page", "<!DOCTYPE html><html><svg></svg></html>"],
    ["an XML document", '<?xml version="1.0"?><note/>'],
    ["a text file", "Dear diary, <svg> is a tag. 日本語"],
    ["a text file", "\ufeffwith a byte order mark"],
    ["a PDF document", "%PDF-1.7\n%\u00e2\u00e3"],
    ["a file of type application/zip", "PK\u0003\u0004\u0014\0\0\0\0\0\0\0\0\0"],
  ])("calls %s what it is", async (other, text) => {
    expect(await sniffPhotoType(Buffer.from(text))).toEqual({ other });
  });

  it("knows a text file whose sample ends inside a character", async () => {
    expect(await sniffPhotoType(Buffer.from(`a${"é".repeat(5_000)}`))).toEqual({
      other: "a text file",
    });
  });

  it("knows UTF-16 text", async () => {
    expect(await sniffPhotoType(Buffer.from("\ufeffhello", "utf16le"))).toEqual({
      other: "a text file",
    });
  });

  it("names a video, a sound and another kind of picture with its type", async () => {
    const tiff = await fourColours().tiff().toBuffer();
    expect(await sniffPhotoType(ftyp("isom", "mp42"))).toEqual({ other: "a video (video/mp4)" });
    expect(await sniffPhotoType(Buffer.from("fLaC\0\0\0\x22"))).toEqual({
      other: "a sound recording (audio/flac)",
    });
    expect(await sniffPhotoType(tiff)).toEqual({
      other: "a picture of a kind we cannot read (image/tiff)",
    });
  });

  it("admits that it does not know arbitrary bytes", async () => {
    expect(await sniffPhotoType(Uint8Array.of(1, 2, 3, 0, 255, 7))).toEqual({ other: undefined });
  });
});
