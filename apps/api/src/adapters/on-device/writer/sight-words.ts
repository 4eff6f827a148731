import type { Light, Side, Sight } from "../sight/sight.ts";
import { joinList } from "./grammar.ts";

const LIGHT_WORDS: Readonly<Record<Light, string>> = {
  dark: "low light",
  dim: "low light",
  warm: "warm light",
  contrasty: "strong contrast",
  bright: "bright light",
  soft: "soft light",
  even: "even light",
};

export const PLACE_WORDS: Readonly<Record<Side | "middle", string>> = {
  top: "at the top",
  bottom: "at the bottom",
  left: "on the left",
  right: "on the right",
  middle: "in the middle",
};

/** From this part of the picture on there is a lot of a colour, and up to that one a touch. */
const A_LOT = 0.35;
const A_TOUCH = 0.2;
const GREYS: ReadonlySet<string> = new Set(["black", "grey", "white", "cream", "brown"]);

export const lightWords = ({ light }: Pick<Sight, "light">): string => LIGHT_WORDS[light];

/** `brown, red and orange`, the largest first; for a picture without colour, its greys. */
export function colourWords(sight: Sight): string {
  if (sight.colourfulness === "monochrome" && sight.colours.length > 1) return "black and white";
  return joinList(byShare(sight).map(({ name }) => name));
}

/** `vivid, warm colours`; undefined where nothing is special about them. */
export function toneWords({ colourfulness, warmth }: Sight): string | undefined {
  if (colourfulness === "monochrome") return undefined;
  const strength = colourfulness === "natural" ? [] : [colourfulness];
  const words = [...strength, ...(warmth === "neutral" ? [] : [warmth])];
  return words.length === 0 ? undefined : `${words.join(", ")} colours`;
}

/** The colour that there is a lot of, if there is one. */
export function mostColour(sight: Sight): string | undefined {
  const [largest] = byShare(sight);
  return largest !== undefined && largest.share >= A_LOT ? largest.name : undefined;
}

/** A real colour that there is little of, but enough to be seen. */
export function accentColour({ colours }: Sight): string | undefined {
  if (colours.length < 2) return undefined;
  return colours.find(({ name, share }) => share <= A_TOUCH && !GREYS.has(name))?.name;
}

const byShare = ({ colours }: Sight) => [...colours].sort((a, b) => b.share - a.share);
