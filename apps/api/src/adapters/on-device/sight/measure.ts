import type { Pixels } from "../detector/views.ts";
import { findBrightest, findEmptySide } from "./balance.ts";
import { measureTones, nameColourfulness, nameLight, nameWarmth } from "./light.ts";
import { palette } from "./palette.ts";
import { sample } from "./sample.ts";
import type { Measures, Sight } from "./sight.ts";

/** Measures what needs no understanding: colours, light, balance, format. */
export function measure(pixels: Pixels): Measures {
  const raster = sample(pixels);
  const tones = measureTones(raster.cells);
  return {
    colours: palette(raster.cells),
    light: nameLight(tones),
    warmth: nameWarmth(tones),
    colourfulness: nameColourfulness(tones),
    format: nameFormat(pixels.width, pixels.height),
    brightest: findBrightest(raster),
    empty: findEmptySide(raster),
  };
}

/** A panorama is twice as wide as high; a picture within a twelfth of a square is one. */
function nameFormat(width: number, height: number): Sight["format"] {
  const ratio = width / height;
  if (ratio >= 2) return "panorama";
  if (ratio > 13 / 12) return "landscape";
  return ratio < 12 / 13 ? "portrait" : "square";
}
