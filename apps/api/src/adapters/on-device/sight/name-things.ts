import type { Place, Votes } from "../detector/agree.ts";
import { mean } from "../detector/agree.ts";
import { findClass } from "../detector/coco.ts";
import type { Box } from "../detector/geometry.ts";
import { area, around } from "../detector/geometry.ts";
import type { Need } from "./naming-rules.ts";
import {
  ANOTHER,
  KIND_NEEDS,
  LARGE_ANIMAL_NEED,
  LARGE_AREA,
  LEAD,
  LEAST_AREA,
  LEAST_AREA_OTHERS,
  needOf,
} from "./naming-rules.ts";
import type { Thing } from "./sight.ts";

/** A smaller box of which more than this lies in a larger one is a part of the same animal. */
const INSIDE = 0.85;
const MOST_THINGS = 6;

/**
 * Decides what may be said of each place: the class where both views agree on it, only the kind
 * where they do not, or nothing. A wrong noun is worse than a general one.
 */
export function nameThings(places: readonly Place[]): Thing[] {
  const worth = withoutParts(places.filter(isLargeEnough));
  const named = groupBy(worth.filter(isSure), ({ labels }) => labels[0]?.label ?? "");
  const things = [...named].map(([label, sure]) => {
    const more = worth.filter((place) => !isSure(place) && isAnother(place, label));
    return toThing(label, [...sure, ...more]);
  });
  const kindsNamed = new Set(things.map(({ kind }) => kind));
  const general = worth.filter((place) => !kindsNamed.has(place.kind) && isOfItsKind(place));
  const byKind = groupBy(general, ({ kind }) => kind);
  return [...things, ...[...byKind.values()].map((group) => toThing(null, group))]
    .sort((a, b) => b.area * b.score - a.area * a.score)
    .slice(0, MOST_THINGS);
}

const meets = (votes: Votes, need: Need | undefined): boolean =>
  need !== undefined &&
  mean(votes) >= need.mean &&
  Math.min(votes.first, votes.second) >= need.each;

function isSure({ kind, labels: [best, next] }: Place): boolean {
  if (best === undefined) return false;
  const trust = findClass(best.label)?.trust ?? "never";
  const lead = mean(best) - (next === undefined ? 0 : mean(next));
  return lead >= LEAD && meets(best, needOf(kind, trust));
}

function isAnother({ labels: [best] }: Place, label: string): boolean {
  return best?.label === label && mean(best) >= ANOTHER;
}

function isOfItsKind({ kind, ofKind, box }: Place): boolean {
  if (meets(ofKind, KIND_NEEDS[kind])) return true;
  return kind === "animal" && area(box) >= LARGE_AREA && meets(ofKind, LARGE_ANIMAL_NEED);
}

const isLargeEnough = ({ kind, box }: Place): boolean =>
  area(box) >= (LEAST_AREA[kind] ?? LEAST_AREA_OTHERS);

/** Leaves out heads and legs that were found beside their animal; people do stand before people. */
function withoutParts(places: readonly Place[]): Place[] {
  return places.filter(
    (place) =>
      place.kind === "person" ||
      !places.some(
        (whole) =>
          whole.kind === place.kind &&
          area(whole.box) > area(place.box) &&
          sharedPart(place.box, whole.box) > INSIDE,
      ),
  );
}

/** The part of `inner` that lies within `outer`. */
function sharedPart(inner: Box, outer: Box): number {
  const width = Math.min(inner.x + inner.width, outer.x + outer.width) - Math.max(inner.x, outer.x);
  const height =
    Math.min(inner.y + inner.height, outer.y + outer.height) - Math.max(inner.y, outer.y);
  return (Math.max(0, width) * Math.max(0, height)) / area(inner);
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

function toThing(label: string | null, places: readonly Place[]): Thing {
  const boxes = places.map(({ box }) => box);
  const { x, y, width, height } = around(boxes);
  return {
    label,
    kind: places[0]?.kind ?? "household",
    count: places.length,
    box: { x, y, width: Math.min(width, 1 - x), height: Math.min(height, 1 - y) },
    area: Math.min(
      1,
      boxes.reduce((sum, box) => sum + area(box), 0),
    ),
    score: Math.max(...places.map(({ ofKind }) => mean(ofKind))),
  };
}
