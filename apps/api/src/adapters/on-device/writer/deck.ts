import type { PresetLength, PresetTone } from "@caption-generator/schema";
import type { Sight } from "../sight/sight.ts";
import type { Memory } from "./memory.ts";
import { mentionedColour, toNod } from "./mention.ts";
import { seededBy } from "./random.ts";
import type { Sentence } from "./sentences.ts";
import { prepare, withoutRepetition } from "./sentences.ts";
import { toSlots } from "./slots.ts";
import type { Subject } from "./subject.ts";
import type { ToneBook } from "./tone-book.ts";
import { TONE_BOOKS } from "./tones/index.ts";
import type { Wishes } from "./wishes.ts";

export interface DeckRequest {
  readonly sight: Sight;
  readonly subject: Subject | undefined;
  readonly tone: PresetTone;
  readonly length: PresetLength;
  readonly wishes: Wishes;
  readonly memory: Memory;
  readonly seed: string;
}

/** The sentences of one caption. */
export interface Hand {
  readonly opening: string;
  /** What a person asked for, to come last. */
  readonly required: readonly string[];
  /** To come between, in this order, as far as there is room. */
  readonly followers: readonly string[];
}

const QUESTIONS = [
  "What would you call it?",
  "Which detail do you notice first?",
  "Where does it take you?",
  "What do you see in it?",
];

type Bank = "about" | "light" | "colour" | "place" | "close";

/** Which kinds of sentences follow the opening: facts first, and they begin with another each time. */
const PLANS: readonly (readonly Bank[])[] = [
  ["colour", "place", "light", "about", "close"],
  ["light", "colour", "place", "about", "close"],
  ["place", "light", "colour", "about", "close"],
];

/** With the same opening, followers are dealt anew so many times before lesser openings come. */
const ROUNDS = 5;

/**
 * Deals hands, the best first: each opening of the tone once, then again with other sentences behind
 * it, and at last such as are always true and nearly always short enough.
 */
export function* dealHands(request: DeckRequest): Generator<Hand> {
  const { sight, subject, tone, length, wishes } = request;
  const random = seededBy(request.seed);
  const book = TONE_BOOKS[tone];
  const favourite = mentionedColour(wishes.mention, sight);
  const slots = toSlots(sight, subject, favourite);
  const ready = (templates: readonly string[]) => prepare(templates, slots, { ...request, random });
  const banks: Readonly<Record<Bank, readonly Sentence[]>> = {
    about: ready(book.about[aboutKey(subject)]),
    light: ready(book.light),
    colour: ready(book.colour),
    place: ready(book.place),
    close: ready(book.close),
  };
  const deal = (opening: Sentence, index: number): Hand => {
    const plan = length === "short" ? [] : (PLANS[index % PLANS.length] ?? []);
    const dealt = plan.flatMap((bank) => pick(banks[bank], index) ?? []);
    return {
      opening: opening.text,
      required: [
        ...wishes.mention.flatMap((mention) => toNod(mention, opening.text, index) ?? []),
        ...(wishes.question ? [pick(QUESTIONS, index) ?? ""] : []),
      ],
      followers: withoutRepetition(opening, dealt).map(({ text }) => text),
    };
  };
  const view = viewOf(subject);
  const openings = withFirst(
    view.flatMap((key) => ready(book[length === "short" ? "phrases" : "openings"][key])),
    favourite,
  );
  for (let index = 0; index < openings.length * ROUNDS; index += 1) {
    const opening = openings[index % openings.length];
    if (opening !== undefined) yield deal(opening, index + Math.floor(index / openings.length));
  }
  const others = [...view, "scene" as const].flatMap((key) => ready(book.phrases[key]));
  // A word to avoid can rule out nearly all; then what is left over is better than nothing.
  const rest = book.tiny.map((text) => ({ text, topics: [] }));
  for (const [index, opening] of [...others, ...ready(book.tiny), ...rest].entries()) {
    yield deal(opening, index);
  }
}

function viewOf(subject: Subject | undefined): readonly (keyof ToneBook["phrases"])[] {
  if (subject === undefined) return ["scene"];
  return subject.portrait ? ["portrait", "subject"] : ["subject"];
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

/** Those that have the word first. */
function withFirst(sentences: readonly Sentence[], word: string | undefined): readonly Sentence[] {
  if (word === undefined) return sentences;
  const has = ({ text }: Sentence) => text.toLowerCase().includes(word);
  return [...sentences.filter(has), ...sentences.filter((each) => !has(each))];
}

const pick = <T>(items: readonly T[], index: number): T | undefined =>
  items[index % Math.max(1, items.length)];
