import type { Sight } from "../sight/sight.ts";
import { capitalise } from "./grammar.ts";
import { fill } from "./slots.ts";
import type { Mention } from "./wishes.ts";

const NODS = [
  "Here's to {x}.",
  "Not forgetting {x}.",
  "And, of course, {x}.",
  "With {x} in mind.",
  "Don't miss {x}.",
];

/**
 * A sentence that works in what a person asked to be mentioned, in the person's own words, who knows
 * what is in the picture better than we; undefined where `text` says it already.
 */
export function toNod({ text, isSentence }: Mention, said: string, index: number) {
  if (isSentence) return /[.!?]$/u.test(text) ? capitalise(text) : `${capitalise(text)}.`;
  const bare = bareOf(text);
  if (new RegExp(String.raw`\b${RegExp.escape(bare)}\b`, "iu").test(said)) return undefined;
  return fill(NODS[index % NODS.length] ?? "", { x: text });
}

/** The colour of the picture that is to be mentioned, if one is: sentences then speak of that one. */
export function mentionedColour(mentions: readonly Mention[], { colours }: Sight) {
  const words = new Set(mentions.map(({ text }) => bareOf(text)));
  return colours.find(({ name }) => words.has(name))?.name;
}

function bareOf(text: string): string {
  return text.toLowerCase().replace(/^(?:the|an?|its|all the|all that|that) /u, "");
}
