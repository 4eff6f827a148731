import type { SeenMoment } from "../../../ports/caption-model.ts";
import type { Sight, Thing } from "./sight.ts";

/** A picture of a video, as it was seen. */
export interface SightAt {
  /** Seconds from the beginning. */
  readonly at: number;
  readonly sight: Sight;
}

const MOST_MOMENTS = 3;

/**
 * The moments that captions of a video rest on: where each of the things that were made out is seen best,
 * the most prominent thing first to choose and the earliest moment first to tell. None where nothing was
 * made out: light and colours are the whole video's.
 *
 * @param things what was made out in all of it, the most prominent first
 * @param describe a sentence on what is seen at that moment
 */
export function keyMoments(
  seen: readonly SightAt[],
  things: readonly Thing[],
  describe: (sight: Sight) => string,
): SeenMoment[] {
  const best = new Map<number, SeenMoment>();
  for (const thing of things) {
    const where = clearest(seen, thing);
    if (where === undefined || best.size === MOST_MOMENTS) continue;
    best.set(where.at, { at: where.at, description: describe(where.sight) });
  }
  return [...best.values()].sort((a, b) => a.at - b.at);
}

function clearest(seen: readonly SightAt[], { label, kind }: Thing): SightAt | undefined {
  const weightIn = ({ sight }: SightAt) =>
    Math.max(
      0,
      ...sight.things
        .filter((thing) => (label === null ? thing.kind === kind : thing.label === label))
        .map(({ area, score }) => area * score),
    );
  const shown = seen.filter((picture) => weightIn(picture) > 0);
  return shown.toSorted((a, b) => weightIn(b) - weightIn(a))[0];
}
