import { countCharacters } from "@caption-generator/schema";
import type { Sight, Thing } from "../sight/sight.ts";
import { capitalise } from "./grammar.ts";
import { colourWords, lightWords, toneWords } from "./sight-words.ts";
import { findDistantPeople, findSubject, indefinite } from "./subject.ts";

/** Below this score what is seen is put as a possibility. */
const SURE = 0.5;

/**
 * Plain sentences on what is in the picture, as many as fit: what it shows and where, its light, its
 * colours. What is not sure is said to be possible.
 *
 * @param max graphemes.
 */
export function writeAltText(sight: Sight, max: number): string {
  const [first = "", ...more] = sentences(sight);
  let text = first;
  for (const sentence of more) {
    const longer = `${text} ${sentence}`;
    if (countCharacters(longer) <= max) text = longer;
  }
  return text;
}

/** One or two plain sentences about the picture, for whoever writes from them later. */
export function describe(sight: Sight): string {
  return sentences(sight).slice(0, 2).join(" ");
}

function sentences(sight: Sight): string[] {
  const subject = findSubject(sight);
  const distant = findDistantPeople(sight);
  const light = `${colourWords(sight)}, in ${lightWords(sight)}`;
  const format = sight.format === "panorama" ? "wide view" : "view";
  const tones = toneWords(sight);
  const opening =
    subject === undefined
      ? `A ${format}, mostly ${light}.`
      : `${capitalise(hedge(sight.things, subject.indefinite))}${subject.where === undefined ? "" : `, ${subject.where}`}.`;
  return [
    opening,
    ...(subject === undefined ? [] : [`Mostly ${light}.`]),
    ...(distant === undefined ? [] : [`${capitalise(indefinite(distant))} in the distance.`]),
    ...(sight.brightest === null ? [] : [`${BRIGHTEST[sight.brightest]} is brightest.`]),
    ...(tones === undefined ? [] : [`The picture has ${tones}.`]),
    ...(sight.empty === null ? [] : [`${BRIGHTEST[sight.empty]} is almost empty.`]),
  ];
}

const BRIGHTEST = {
  top: "The upper part",
  bottom: "The lower part",
  left: "The left side",
  right: "The right side",
  middle: "The middle",
} as const;

function hedge(things: readonly Thing[], text: string): string {
  const [main] = things;
  return main !== undefined && main.score < SURE ? `possibly ${text}` : text;
}
