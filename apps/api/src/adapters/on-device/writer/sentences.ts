import type { Memory } from "./memory.ts";
import { shuffle } from "./random.ts";
import type { Slots } from "./slots.ts";
import { fill, slotsIn } from "./slots.ts";
import type { Wishes } from "./wishes.ts";
import { repairSentence } from "./wishes.ts";

/** A sentence ready to be used, and what it speaks of. */
export interface Sentence {
  readonly text: string;
  readonly topics: readonly string[];
}

/** What a caption should speak of once: these are told by a template's slots. */
const TOPICS: Readonly<Record<string, string>> = {
  colours: "colour",
  palette: "colour",
  colour: "colour",
  most: "colour",
  accent: "colour",
  tones: "colour",
  where: "where",
  empty: "empty",
  bright: "bright",
  distant: "distant",
};

/** Fills templates in the order that `random` gives, those not written before first. */
export function prepare(
  templates: readonly string[],
  slots: Slots,
  { wishes, memory, random }: { wishes: Wishes; memory: Memory; random: () => number },
): Sentence[] {
  const ready = shuffle(templates, random).flatMap((template) => {
    const filled = fill(template, slots);
    const text = filled === undefined ? undefined : repairSentence(filled, wishes);
    return text === undefined ? [] : [{ text, topics: topicsOf(template) }];
  });
  const isUsed = ({ text }: Sentence) => memory.hasSentence(text);
  return [...ready.filter((each) => !isUsed(each)), ...ready.filter(isUsed)];
}

function topicsOf(template: string): string[] {
  const bySlot = slotsIn(template).flatMap((name) => TOPICS[name] ?? []);
  return [...new Set([...bySlot, ...(/\blight\b/iu.test(template) ? ["light"] : [])])];
}

/** The sentences without those that say again what `opening` or an earlier one said. */
export function withoutRepetition(opening: Sentence, followers: readonly Sentence[]): Sentence[] {
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
