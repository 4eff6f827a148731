import type { Lab } from "./colours.ts";
import { chroma } from "./colours.ts";
import type { Light, Sight } from "./sight.ts";

/** What the lightness and colour of a whole picture amount to. */
export interface Tones {
  /** OKLab lightness: of the average, the darkest twentieth and the lightest twentieth. */
  readonly lightness: number;
  readonly dark: number;
  readonly bright: number;
  /** The average of how colourful the cells are, from 0 to about 0.3. */
  readonly chroma: number;
  /** The same of the most colourful twentieth. */
  readonly strongest: number;
  /** How far the picture leans to yellow and red (above 0) or to blue (below). */
  readonly warmth: number;
}

export function measureTones(cells: readonly Lab[]): Tones {
  const at = (part: number, value: (lab: Lab) => number) =>
    cells.map(value).sort((a, b) => a - b)[Math.floor(part * (cells.length - 1))] ?? 0;
  const lightness = (lab: Lab) => lab.lightness;
  const average = (value: (lab: Lab) => number) =>
    cells.reduce((sum, lab) => sum + value(lab), 0) / cells.length;
  return {
    lightness: average(lightness),
    dark: at(0.05, lightness),
    bright: at(0.95, lightness),
    chroma: average(chroma),
    strongest: at(0.95, chroma),
    warmth: average(({ a, b }) => b + 0.5 * a),
  };
}

/** Light is called warm where it is neither bright nor dark: an evening, a lamp. */
const WARM = { warmth: 0.05, from: 0.32, to: 0.66, bright: 0.6 } as const;

export function nameLight({ lightness, dark, bright, warmth }: Tones): Light {
  if (lightness < 0.28) return "dark";
  const mellow = lightness >= WARM.from && lightness <= WARM.to && bright >= WARM.bright;
  if (mellow && warmth >= WARM.warmth) return "warm";
  if (bright - dark > 0.72) return "contrasty";
  if (lightness < 0.42) return "dim";
  if (lightness > 0.76) return "bright";
  return bright - dark < 0.4 ? "soft" : "even";
}

export function nameWarmth({ warmth }: Tones): Sight["warmth"] {
  if (warmth > 0.025) return "warm";
  return warmth < -0.015 ? "cool" : "neutral";
}

/**
 * Grey beige has 0.02 and is visibly beige; a black-and-white photo as JPEG has next to nothing.
 * Captions call the monochrome ones black and white, so that the doubt goes to `muted`.
 */
const MONOCHROME = 0.012;

export function nameColourfulness({ chroma: strength, strongest }: Tones): Sight["colourfulness"] {
  if (strongest < MONOCHROME) return "monochrome";
  if (strength < 0.045) return "muted";
  return strength < 0.11 ? "natural" : "vivid";
}
