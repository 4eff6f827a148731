import type { Light, Side, Sight } from "../sight/sight.ts";
import { capitalise, joinList } from "./grammar.ts";
import type { Subject } from "./subject.ts";
import { describePlace, findDistantPeople, indefinite } from "./subject.ts";

/** The words that may stand in a template's braces. One that has no value rules a template out. */
export type Slots = Readonly<Record<string, string | undefined>>;

const LIGHT_WORDS: Readonly<Record<Light, string>> = {
  dark: "low light",
  dim: "low light",
  warm: "warm light",
  contrasty: "strong light",
  bright: "bright light",
  soft: "soft light",
  even: "even light",
};

const AT: Readonly<Record<Side | "middle", string>> = {
  top: "at the top",
  bottom: "at the bottom",
  left: "on the left",
  right: "on the right",
  middle: "in the middle",
};

/** `brown, red and orange`; for a picture without colour, its greys by their name. */
export function colourWords({ colours, colourfulness }: Sight): string {
  if (colourfulness === "monochrome" && colours.length > 1) return "black and white";
  return joinList(colours.map(({ name }) => name));
}

export const lightWords = ({ light }: Pick<Sight, "light">): string => LIGHT_WORDS[light];

/**
 * What templates are filled with. `{a}` and `{the}` name the subject; `{is}`, `{has}`, `{s}` make
 * verbs agree with it; `{it}`, `{it's}`, `{its}` and `{them}` stand for it, and `{it}` takes no
 * verb in the present, for one person is `they`. A capital, as in `{The}`, begins a sentence.
 */
export function toSlots(sight: Sight, subject: Subject | undefined): Slots {
  const [first] = sight.colours;
  const distant = findDistantPeople(sight);
  const box = subject?.things[0]?.box;
  return withCapitals({
    ...subjectSlots(subject),
    // Even light is nothing to speak of.
    light: sight.light === "even" ? undefined : lightWords(sight),
    colours: colourWords(sight),
    // With one colour alone, "red close in from every side" would be wrong.
    palette: sight.colours.length > 1 ? colourWords(sight) : undefined,
    colour: first?.name,
    where: box === undefined || box.width === 0 ? undefined : describePlace(box),
    empty: sight.empty === null ? undefined : AT[sight.empty],
    bright: sight.brightest === null ? undefined : AT[sight.brightest],
    distant: distant === undefined ? undefined : indefinite(distant),
  });
}

function subjectSlots(subject: Subject | undefined): Slots {
  if (subject === undefined) return {};
  const { indefinite: a, definite: the, plural, person } = subject;
  const they = plural || person;
  return {
    a,
    the,
    is: plural ? "are" : "is",
    has: plural ? "have" : "has",
    does: plural ? "do" : "does",
    s: plural ? "" : "s",
    it: they ? "they" : "it",
    "it's": they ? "they're" : "it's",
    its: they ? "their" : "its",
    them: they ? "them" : "it",
  };
}

function withCapitals(slots: Slots): Slots {
  const capitals = Object.entries(slots).map(([name, value]) => [
    capitalise(name),
    value === undefined ? undefined : capitalise(value),
  ]);
  return { ...slots, ...Object.fromEntries(capitals) };
}

const SLOT = /\{([^}]+)\}/gu;

/** Fills a template; undefined where it has a slot without a value. */
export function fill(template: string, slots: Slots): string | undefined {
  const names = Array.from(template.matchAll(SLOT), ([, name = ""]) => name);
  if (names.some((name) => slots[name] === undefined)) return undefined;
  return template.replace(SLOT, (_, name: string) => slots[name] ?? "");
}

/** All templates that can be filled, filled. */
export function fillAll(templates: readonly string[], slots: Slots): string[] {
  return templates
    .map((template) => fill(template, slots))
    .filter((sentence) => sentence !== undefined);
}
