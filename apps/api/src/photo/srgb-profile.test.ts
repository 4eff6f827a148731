import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { fourColours } from "../testing/four-colours.ts";
import { isSrgb } from "./srgb-profile.ts";

async function profileOf(name: "srgb" | "p3" | "cmyk"): Promise<Buffer> {
  const space = name === "cmyk" ? "cmyk" : "srgb";
  const jpeg = await fourColours().toColourspace(space).withIccProfile(name).jpeg().toBuffer();
  return (await sharp(jpeg).metadata()).icc ?? Buffer.alloc(0);
}

const SRGB = [
  [0.43607, 0.22249, 0.01392],
  [0.38515, 0.71687, 0.09708],
  [0.14307, 0.06061, 0.7141],
];
const ADOBE_RGB = [
  [0.60974, 0.31111, 0.01947],
  [0.20528, 0.62567, 0.06087],
  [0.14919, 0.06322, 0.74457],
];

const fixed = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(Math.round(value * 65_536));
  return bytes;
};
const half = (...values: readonly number[]) =>
  Buffer.from(Uint16Array.from(values).buffer).swap16();
const parametric = (kind: number, ...values: readonly number[]) =>
  Buffer.concat([Buffer.from("para\0\0\0\0"), half(kind, 0), ...values.map(fixed)]);
const points = (...values: readonly number[]) =>
  Buffer.concat([Buffer.from("curv\0\0\0\0"), half(0, values.length), half(...values)]);

const light = (value: number) =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
const sampled = (count: number) =>
  points(
    ...Array.from({ length: count }, (_, index) => Math.round(65_535 * light(index / (count - 1)))),
  );

/** An ICC profile of no more than what tells its colours. */
function profile(primaries: readonly (readonly number[])[], curve: Buffer, more: string[] = []) {
  const [red = [], green = [], blue = []] = primaries;
  const xyz = (values: readonly number[]) =>
    Buffer.concat([Buffer.from("XYZ \0\0\0\0"), ...values.map(fixed)]);
  const tags: [string, Buffer][] = [
    ["rXYZ", xyz(red)],
    ["gXYZ", xyz(green)],
    ["bXYZ", xyz(blue)],
    ...["rTRC", "gTRC", "bTRC"].map((name): [string, Buffer] => [name, curve]),
    ...more.map((name): [string, Buffer] => [name, Buffer.alloc(8)]),
  ];
  const header = Buffer.alloc(132);
  header.write("RGB ", 16);
  header.writeUInt32BE(tags.length, 128);
  let at = header.length + 12 * tags.length;
  const table = tags.map(([name, content]) => {
    const entry = Buffer.alloc(12);
    entry.write(name);
    entry.writeUInt32BE(at, 4);
    entry.writeUInt32BE(content.length, 8);
    at += content.length;
    return entry;
  });
  return Buffer.concat([header, ...table, ...tags.map(([, content]) => content)]);
}

const PARAMETRIC = parametric(3, 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045);

describe("isSrgb", () => {
  it.each([
    ["srgb", true],
    ["p3", false],
    ["cmyk", false],
  ] as const)("knows the profile that libvips writes as %s", async (name, expected) => {
    expect(isSrgb(await profileOf(name))).toBe(expected);
  });

  it.each([
    ["the curve as a formula", profile(SRGB, PARAMETRIC)],
    ["the curve in 1,024 points", profile(SRGB, sampled(1_024))],
    ["the curve in 26 points, as some web sites have it", profile(SRGB, sampled(26))],
    ["a gamma of 2.2, which is as good as sRGB", profile(SRGB, parametric(0, 2.2))],
    ["a gamma of 2.2 as a curve of one point", profile(SRGB, points(2.2 * 256))],
  ])("takes sRGB's primaries with %s", (_, bytes) => {
    expect(isSrgb(bytes)).toBe(true);
  });

  it.each([
    ["Adobe RGB's primaries", profile(ADOBE_RGB, parametric(0, 2.2))],
    ["linear light", profile(SRGB, points())],
    ["a gamma of 1.8", profile(SRGB, parametric(0, 1.8))],
    ["a formula of another kind", profile(SRGB, parametric(4, 2.4, 1, 0, 1, 0, 0, 0))],
    ["a table that says more than its curves", profile(SRGB, PARAMETRIC, ["A2B0"])],
    ["nothing behind its header", profile(SRGB, PARAMETRIC).subarray(0, 140)],
    ["no curves", profile(SRGB, Buffer.alloc(0))],
    ["no bytes", Buffer.alloc(0)],
  ])("takes no profile with %s", (_, bytes) => {
    expect(isSrgb(bytes)).toBe(false);
  });
});
