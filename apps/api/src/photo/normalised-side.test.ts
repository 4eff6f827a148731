import { describe, expect, it } from "vitest";
import { jpegSide } from "./normalised-side.ts";

describe("jpegSide", () => {
  it.each([
    ["a phone's photo, by a third", 4_032, 1_344],
    ["another phone's, by a third", 4_000, 1_333],
    ["a photo that a third would make too small", 3_072, 1_536],
    ["a photo of which a third is more than models see", 8_160, 1_536],
    ["a photo that is small as it is", 800, 1_536],
  ])("shrinks %s", (_what, longerSide, side) => {
    expect(jpegSide(longerSide)).toBe(side);
  });
});
