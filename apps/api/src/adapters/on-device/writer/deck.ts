import type { PresetLength, PresetTone } from "@caption-generator/schema";
import type { Sight } from "../sight/sight.ts";
import { capitalise } from "./grammar.ts";
import { seededBy, shuffle } from "./random.ts";
import type { Slots } from "./slots.ts";
import { fill, toSlots } from "./slots.ts";
import type { Subject } from "./subject.ts";
import type { ToneBook } from "./tone-book.ts";
import { TONE_BOOKS } from "./tones/index.ts";
import type { Mention, Wishes } from "./wishes.ts";
import { repairSentence } from "./wishes.ts";

export interface DeckRequest {
  readonly sight: Sight;
  readonly subject: Subject | undefined;
  readonly tone: PresetTone;
  readonly wishes: Wishes;
  readonly previous: readonly string[];
  readonly seed: string;
  /** Whether a caption may be so long. */
  readonly fits: (text: string) => boolean;
}

/** The sentences of one caption. */
export interface Hand {
  readonly opening: string;
  /** What a person asked for, to come last. */
  readonly required: readonly string[];
  /** To come between, in this order, as far as there is room. */
  readonly followers: readonly string[];
}

interface Sentence {
  readonly text: string;
  readonly topics: readonly string[];
}

const QUESTIONS = [
  "What would you call it?",
  "Which detail do you notice first?",
  "Where does it take you?",
  "Would you have stopped for it, too?",
  "What do you see in it?",
];

const NODS = [
  "Here's to {x}.",
  "With {x} in mind.",
  "And a nod to {x}.",
  "Worth a mention: {x}.",
  "This one goes out to {x}.",
];

/** There are at least so many different openings, whatever the limits. */
const OPENINGS = 5;

/** Deals the sentences for caption `index`; those of two captions differ from the first word on. */
export function makeDeck(request: DeckRequest): (index: number, length: PresetLength) => Hand {
  const { sight, subject, tone, wishes, seed } = request;
  const random = seededBy(seed);
  const book = TONE_BOOKS[tone];
  const slots = toSlots(sight, subject);
  const ready = (templates: readonly string[]) =>
    prepare(shuffle(templates, random), slots, wishes);
  const openings = chooseOpenings(request, book, ready);
  const banks = {
    about: ready(book.about[aboutKey(subject)]),
    light: ready(book.light),
    colour: ready(book.colour),
    place: ready(book.place),
    close: ready(book.close),
  };
  return (index, length) => {
    const opening = pick(openings, index) ?? { text: "", topics: [] };
    const dealt = planOf(length, index)
      .map((bank) => pick(banks[bank], index))
      .filter((sentence) => sentence !== undefined);
    return {
      opening: opening.text,
      required: [
        ...wishes.mention.map((mention) => nodTo(mention, index)),
        ...(wishes.question ? [pick(QUESTIONS, index) ?? ""] : []),
      ],
      followers: withoutRepetition(opening, dealt).map(({ text }) => text),
    };
  };
}

type Bank = "about" | "light" | "colour" | "place" | "close";

/** Which kinds of sentences follow the opening, in order. */
function planOf(length: PresetLength, index: number): readonly Bank[] {
  if (length === "short") return [];
  if (length === "long") return ["about", "place", "light", "colour", "close"];
  return index % 2 === 0 ? ["about", "close"] : [index % 4 === 1 ? "light" : "colour", "about"];
}

function aboutKey(subject: Subject | undefined): keyof ToneBook["about"] {
  switch (subject?.kind) {
    case undefined:
      return "scene";
    case "person":
    case "animal":
    case "vehicle":
    case "food":
      return subject.kind;
    default:
      return "other";
  }
}

const pick = <T>(items: readonly T[], index: number): T | undefined =>
  items[index % Math.max(1, items.length)];

function prepare(templates: readonly string[], slots: Slots, wishes: Wishes): Sentence[] {
  return templates.flatMap((template) => {
    const filled = fill(template, slots);
    const text = filled === undefined ? undefined : repairSentence(filled, wishes);
    return text === undefined ? [] : [{ text, topics: topicsOf(template) }];
  });
}

/** What a sentence speaks of that a caption should speak of once. */
function topicsOf(template: string): string[] {
  const light = /\blight\b/iu.test(template) ? ["light"] : [];
  const colour = /\{(?:colours?|palette)\}/iu.test(template) ? ["colour"] : [];
  return [...light, ...colour];
}

function withoutRepetition(opening: Sentence, followers: readonly Sentence[]): Sentence[] {
  const kept: Sentence[] = [opening];
  for (const sentence of followers) {
    const said = kept.some(
      ({ text, topics }) =>
        text === sentence.text || topics.some((topic) => sentence.topics.includes(topic)),
    );
    if (!said) kept.push(sentence);
  }
  return kept.slice(1);
}

/** Those that fit, new ones first; where too few fit, the tone's shortest words come to help. */
function chooseOpenings(
  { subject, previous, fits, wishes }: DeckRequest,
  book: ToneBook,
  ready: (templates: readonly string[]) => Sentence[],
): Sentence[] {
  const fitting = ready(subject === undefined ? book.scene : book.subject).filter(({ text }) =>
    fits(text),
  );
  const used = (sentence: Sentence) => previous.some((text) => text.includes(sentence.text));
  const tiny = fitting.length < OPENINGS ? ready(book.tiny) : [];
  const found = [...fitting, ...tiny];
  const ordered = [...found.filter((each) => !used(each)), ...found.filter(used)];
  if (ordered.length >= OPENINGS) return ordered;
  // A word to avoid can rule out nearly all; then what is left over is better than nothing.
  const rest = book.tiny.map((text) => ({ text: wishes.lowercase ? text.toLowerCase() : text }));
  return [...ordered, ...rest.map(({ text }) => ({ text, topics: [] }))];
}

function nodTo({ text, isSentence }: Mention, index: number): string {
  if (isSentence) return /[.!?]$/u.test(text) ? capitalise(text) : `${capitalise(text)}.`;
  return fill(pick(NODS, index) ?? "", { x: text }) ?? text;
}
