import type { ColourName, Lab } from "./colours.ts";
import { COLOUR_NAMES, chroma, nameColour } from "./colours.ts";
import type { Sight } from "./sight.ts";

const MOST = 3;
/** A colour of less than this part of the picture is not worth a word, unless it stands out. */
const LEAST_SHARE = 0.08;
/** How much more a colourful cell says about a picture than a grey one. */
const COLOUR_WEIGHT = 14;

/** Up to three colours of a picture, and one at least, the largest first. */
export function palette(cells: readonly Lab[]): Sight["colours"] {
  const weights = new Map<ColourName, { cells: number; weight: number }>();
  for (const lab of cells) {
    const name = nameColour(lab);
    const entry = weights.get(name) ?? { cells: 0, weight: 0 };
    entry.cells += 1;
    entry.weight += 1 + COLOUR_WEIGHT * chroma(lab);
    weights.set(name, entry);
  }
  const total = [...weights.values()].reduce((sum, { weight }) => sum + weight, 0);
  const ranked = COLOUR_NAMES.map((name) => {
    const { cells: count = 0, weight = 0 } = weights.get(name) ?? {};
    return { name, share: count / cells.length, weight: weight / total };
  }).sort((a, b) => b.weight - a.weight);
  const telling = ranked.filter(({ weight }) => weight >= LEAST_SHARE).slice(0, MOST);
  return (telling.length > 0 ? telling : ranked.slice(0, 1)).map(({ name, share }) => ({
    name,
    share,
  }));
}
