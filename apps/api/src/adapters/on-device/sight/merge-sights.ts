import type { Sight, Thing } from "./sight.ts";

/** What is somewhere in one picture is elsewhere in the next. */
const NOWHERE = { x: 0, y: 0, width: 0, height: 0 };
const MOST_THINGS = 6;

/**
 * What several pictures of one video come to: everything that was made out in any of them, and the light
 * and colours of the picture that shows the most. Places are left out, since things move.
 *
 * @param sights at least one
 */
export function mergeSights(sights: readonly Sight[]): Sight {
  const [first] = sights;
  if (first === undefined) throw new TypeError("There is no sight to merge.");
  if (sights.length === 1) return first;
  const things = new Map<string, Thing>();
  for (const thing of sights.flatMap((sight) => sight.things)) {
    const name = thing.label ?? `some ${thing.kind}`;
    const known = things.get(name);
    if (known === undefined || weight(thing) > weight(known)) things.set(name, thing);
  }
  return {
    ...keySight(sights, first),
    things: withoutGeneral([...things.values()])
      .sort((a, b) => weight(b) - weight(a))
      .slice(0, MOST_THINGS)
      .map((thing) => ({ ...thing, box: NOWHERE })),
    brightest: null,
    empty: null,
  };
}

const weight = ({ area, score }: Thing): number => area * score;

/** `an animal` beside `a dog` is most likely the dog, seen from another side. */
function withoutGeneral(things: readonly Thing[]): Thing[] {
  const named = new Set(things.flatMap(({ label, kind }) => (label === null ? [] : [kind])));
  return things.filter(({ label, kind }) => label !== null || !named.has(kind));
}

/** The picture with the most to see in it; of those with nothing made out, the middle one. */
function keySight(sights: readonly Sight[], first: Sight): Sight {
  const most = Math.max(...sights.map(total));
  if (most === 0) return sights[Math.floor(sights.length / 2)] ?? first;
  return sights.find((sight) => total(sight) === most) ?? first;
}

const total = ({ things }: Sight): number => things.reduce((sum, thing) => sum + weight(thing), 0);
