import { describe, expect, it } from "vitest";
import { readOrientation, writeOrientation } from "./exif.ts";

/** A directory of entries, in either byte order, where the header says it is. */
function tiff(
  order: "II" | "MM",
  entries: readonly (readonly [tag: number, type: number, value: number])[],
) {
  const little = order === "II";
  const file = Buffer.alloc(8 + 2 + 12 * entries.length);
  const short = (value: number, at: number) =>
    little ? file.writeUInt16LE(value, at) : file.writeUInt16BE(value, at);
  file.write(order, 0, "latin1");
  short(42, 2);
  if (little) file.writeUInt32LE(8, 4);
  else file.writeUInt32BE(8, 4);
  short(entries.length, 8);
  for (const [index, [tag, type, value]] of entries.entries()) {
    short(tag, 10 + 12 * index);
    short(type, 12 + 12 * index);
    short(value, 18 + 12 * index);
  }
  return file;
}

describe("the orientation in EXIF", () => {
  it.each(["II", "MM"] as const)("is found among other entries, in the byte order %s", (order) => {
    expect(
      readOrientation(
        tiff(order, [
          [0x010f, 2, 7],
          [0x0112, 3, 8],
          [0x8769, 4, 8],
        ]),
      ),
    ).toBe(8);
  });

  it("is what was written", () => {
    for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8] as const) {
      expect(readOrientation(writeOrientation(orientation))).toBe(orientation);
    }
  });

  it.each([
    ["nothing", Buffer.alloc(0)],
    ["no byte order", Buffer.from("Hello, world")],
    ["a directory beyond its end", Buffer.from([0x4d, 0x4d, 0, 42, 0xff, 0xff, 0xff, 0xff])],
    ["more entries than there are", Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0xff, 0xff])],
    ["an orientation that there is not", tiff("MM", [[0x0112, 3, 9]])],
    ["one of another type", tiff("MM", [[0x0112, 4, 6]])],
  ])("is upright where it has %s", (_, file) => {
    expect(readOrientation(file)).toBe(1);
  });
});
