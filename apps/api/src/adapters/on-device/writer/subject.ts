import type { Kind } from "../detector/coco.ts";
import { findClass } from "../detector/coco.ts";
import type { Box } from "../detector/geometry.ts";
import { area, around } from "../detector/geometry.ts";
import type { Sight, Thing } from "../sight/sight.ts";
import { countWord, joinList, withArticle } from "./grammar.ts";

/** What a caption is about: one thing, or two side by side. */
export interface Subject {
  readonly kind: Kind;
  readonly things: readonly Thing[];
  /** `a dog and two cats`. */
  readonly indefinite: string;
  /** `this dog`, or `the dog and the two cats`. */
  readonly definite: string;
  /** Whether verbs take the plural. */
  readonly plural: boolean;
  /** Whether it is one person, seen from near. */
  readonly portrait: boolean;
  /** Where it lies, to follow `is` or `are`; undefined where that is not known. */
  readonly where: string | undefined;
}

/** What covers less of the picture than this is a detail in the distance, not what it is about. */
const LEAST_SUBJECT = 0.012;
/** One person who covers at least so much of the picture makes it a portrait. */
const PORTRAIT = 0.25;
/** The second thing is left out where the first is so many times larger. */
const MUCH_LARGER = 12;

/** What the picture is about; undefined where nothing in it was made out. */
export function findSubject({ things }: Sight): Subject | undefined {
  const [main, ...others] = things.filter((thing) => thing.area >= LEAST_SUBJECT);
  if (main === undefined) return undefined;
  const companion = others.find((other) => other.area * MUCH_LARGER >= main.area);
  const chosen = companion === undefined ? [main] : [main, companion];
  return {
    kind: main.kind,
    things: chosen,
    indefinite: joinList(chosen.map(indefinite)),
    definite: joinList(chosen.map((thing) => definite(thing, chosen.length === 1))),
    plural: chosen.length > 1 || main.count > 1,
    portrait:
      chosen.length === 1 && main.kind === "person" && main.count === 1 && main.area >= PORTRAIT,
    where: placeOf(chosen),
  };
}

/** What another model described has no boxes, and so no place. */
function placeOf(things: readonly Thing[]): string | undefined {
  const box = around(things.map((thing) => thing.box));
  return box.width === 0 ? undefined : describePlace(box);
}

/** People who are there, but too small to be what the picture is about. */
export function findDistantPeople({ things }: Sight): Thing | undefined {
  return things.find((thing) => thing.kind === "person" && thing.area < LEAST_SUBJECT);
}

const KIND_NOUNS: Readonly<Partial<Record<Kind, readonly [one: string, many: string]>>> = {
  animal: ["animal", "animals"],
  vehicle: ["vehicle", "vehicles"],
};

/** `a dog`, `two dogs`, `several animals`; `food`, which has no number. */
export function indefinite(thing: Thing): string {
  const { one, many } = nouns(thing);
  if (many === undefined) return one;
  return thing.count === 1 ? withArticle(one) : `${countWord(thing.count)} ${many}`;
}

/** `this dog`, `these two`; beside another thing, `the dog`. */
function definite(thing: Thing, alone: boolean): string {
  const { one, many } = nouns(thing);
  if (many === undefined || thing.count === 1) return `${alone ? "this" : "the"} ${one}`;
  const these = alone ? "these" : "the";
  const number = thing.count > 3 ? "" : countWord(thing.count);
  if (thing.kind === "person" && alone && number !== "") return `these ${number}`;
  return [these, number, many].filter((word) => word !== "").join(" ");
}

/** The noun for one of it and for several; for things without a number, one word. */
export function nouns({ label, kind }: Thing): { one: string; many: string | undefined } {
  const entry = label === null ? undefined : findClass(label);
  if (entry !== undefined) return { one: entry.label, many: entry.plural };
  const [one, many] = KIND_NOUNS[kind] ?? [kind, undefined];
  return { one, many };
}

/** `on the left of the frame`. */
function describePlace(box: Box): string {
  const size = area(box);
  if (size >= 0.6) return "close enough to fill the frame";
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  if (x < 0.38) return "on the left of the frame";
  if (x > 0.62) return "on the right of the frame";
  if (y < 0.35) return "near the top of the frame";
  if (y > 0.68) return "low in the frame";
  return size < 0.06 ? "small in the middle of the frame" : "in the middle of the frame";
}
