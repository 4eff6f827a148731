import type { Sight } from "../sight/sight.ts";
import { capitalise } from "./grammar.ts";
import {
  accentColour,
  colourWords,
  lightWords,
  mostColour,
  PLACE_WORDS,
  toneWords,
} from "./sight-words.ts";
import type { Subject } from "./subject.ts";
import { findDistantPeople, indefinite } from "./subject.ts";

/** The words that may stand in a template's braces. One that has no value rules a template out. */
export type Slots = Readonly<Record<string, string | undefined>>;

/**
 * What templates are filled with. A capital, as in `{The}`, begins a sentence.
 *
 * - `a`, `the`: the subject, `a dog` and `this dog`; `is`, `has`: verbs that agree with it
 * - `where`: its place, to follow `is` or a comma
 * - `light`: `low light`, singular; undefined where it is even, which is nothing to speak of
 * - `colours`: one to three; `palette`: the same where there are two at least, to take a plural verb
 * - `colour`: the most telling one; `most`: one there is a lot of; `accent`: one there is little of
 * - `tones`: `vivid, warm colours`
 * - `empty`, `bright`: the empty side and the brightest part, `on the left`
 * - `distant`: people far off
 *
 * @param favourite a colour of the picture that a person wants to be spoken of.
 */
export function toSlots(sight: Sight, subject: Subject | undefined, favourite?: string): Slots {
  const [first] = sight.colours;
  const distant = findDistantPeople(sight);
  return withCapitals({
    a: subject?.indefinite,
    the: subject?.definite,
    is: subject?.plural ? "are" : "is",
    has: subject?.plural ? "have" : "has",
    where: subject?.where,
    light: sight.light === "even" ? undefined : lightWords(sight),
    colours: colourWords(sight),
    palette: sight.colours.length > 1 ? colourWords(sight) : undefined,
    colour: favourite ?? first?.name,
    most: mostColour(sight),
    accent: accentColour(sight),
    tones: toneWords(sight),
    empty: sight.empty === null ? undefined : PLACE_WORDS[sight.empty],
    bright: sight.brightest === null ? undefined : PLACE_WORDS[sight.brightest],
    distant: distant === undefined ? undefined : indefinite(distant),
  });
}

function withCapitals(slots: Slots): Slots {
  const capitals = Object.entries(slots).map(([name, value]) => [
    capitalise(name),
    value === undefined ? undefined : capitalise(value),
  ]);
  return { ...slots, ...Object.fromEntries(capitals) };
}

const SLOT = /\{([^}]+)\}/gu;

/** The names of a template's slots, in lower case. */
export function slotsIn(template: string): string[] {
  return Array.from(template.matchAll(SLOT), ([, name = ""]) => name.toLowerCase());
}

/** Fills a template; undefined where it has a slot without a value. */
export function fill(template: string, slots: Slots): string | undefined {
  const names = Array.from(template.matchAll(SLOT), ([, name = ""]) => name);
  if (names.some((name) => slots[name] === undefined)) return undefined;
  return template.replace(SLOT, (_, name: string) => slots[name] ?? "");
}
