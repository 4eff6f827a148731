/** The colours we have words for. Few enough that two people would call most of them the same. */
export const COLOUR_NAMES = [
  "black",
  "grey",
  "white",
  "cream",
  "brown",
  "red",
  "pink",
  "orange",
  "gold",
  "yellow",
  "green",
  "teal",
  "blue",
  "navy",
  "purple",
] as const;

export type ColourName = (typeof COLOUR_NAMES)[number];

/** OKLab: lightness from 0 to 1, and how red (or green) and how yellow (or blue) a colour is. */
export interface Lab {
  readonly lightness: number;
  readonly a: number;
  readonly b: number;
}

/** sRGB as in CSS, several examples for colours that span a wide range. */
const EXAMPLES: Readonly<Record<ColourName, readonly string[]>> = {
  black: ["000000", "1c1c1c"],
  grey: ["4a4a4a", "808080", "b0b0b0"],
  white: ["ffffff", "e6e6e6"],
  cream: ["f3e9d2", "d9c7a3"],
  brown: ["3d2b1f", "6b4423", "8b5a2b", "a67b5b"],
  red: ["8b1a1a", "d7261e", "e0483c"],
  pink: ["f4a6c0", "e0619a", "ffd1dc"],
  orange: ["e8741e", "ff9a3c"],
  gold: ["c9962e", "b8860b"],
  yellow: ["ffe135", "f2cf1d", "fff176"],
  green: ["1f4d22", "3f7d20", "6b8e23", "7cc36a"],
  teal: ["0f6b6b", "30a9a0"],
  blue: ["2f5fb3", "4a90d9", "a3c9ee", "6f8fae"],
  navy: ["0b1a3b", "1b2f5c"],
  purple: ["4b1f6f", "8a4fbf", "b79ad6"],
};

const REFERENCES: readonly { readonly name: ColourName; readonly lab: Lab }[] =
  COLOUR_NAMES.flatMap((name) =>
    EXAMPLES[name].map((hex) => ({
      name,
      lab: toLab(
        Number.parseInt(hex.slice(0, 2), 16),
        Number.parseInt(hex.slice(2, 4), 16),
        Number.parseInt(hex.slice(4, 6), 16),
      ),
    })),
  );

/** sRGB, 0 to 255 each, to OKLab (Björn Ottosson, "A perceptual color space", 2020). */
export function toLab(red: number, green: number, blue: number): Lab {
  const [r, g, b] = [linear(red), linear(green), linear(blue)];
  const long = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const medium = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const short = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return {
    lightness: 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    a: 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    b: 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  };
}

function linear(value: number): number {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** How colourful: 0 for grey, about 0.3 for the strongest sRGB colours. */
export const chroma = ({ a, b }: Lab): number => Math.hypot(a, b);

/** The word for a colour: that of the nearest example. */
export function nameColour(lab: Lab): ColourName {
  let nearest: ColourName = "grey";
  let least = Number.POSITIVE_INFINITY;
  for (const { name, lab: reference } of REFERENCES) {
    const distance =
      // Hue says more about a colour's name than lightness does.
      (0.35 * (lab.lightness - reference.lightness)) ** 2 +
      (lab.a - reference.a) ** 2 +
      (lab.b - reference.b) ** 2;
    if (distance < least) [nearest, least] = [name, distance];
  }
  return nearest;
}
