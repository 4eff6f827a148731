import type { CaptionOptions, PresetTone } from "@caption-generator/schema";
import { toneIn } from "./tone.ts";

/** Something to be worked in, in the person's own words. */
export interface Mention {
  readonly text: string;
  /** Whether it can stand alone: `we open at nine`, rather than `our summer sale`. */
  readonly isSentence: boolean;
}

/** What was understood of an instruction and a brand voice. */
export interface Wishes {
  readonly length: "shorter" | "longer" | undefined;
  readonly tone: PresetTone | undefined;
  readonly mention: readonly Mention[];
  /** Words in lower case, or `?` and `!`. */
  readonly avoid: readonly string[];
  readonly question: boolean;
  readonly lowercase: boolean;
  /** False where it is said that there should be none. */
  readonly hashtags: boolean;
  readonly emoji: boolean;
}

const NEGATION = "(?:without|avoid|no|never|(?:don['’]t|do not)(?= (?:use|say|mention|include)))";
const AVOID = new RegExp(
  String.raw`\b${NEGATION}\s+(?:(?:any|using|use|say(?:ing)?|mention(?:ing)?|include|including|the|words?)\s+)*["“”']?([\p{L}\p{N}-]+)`,
  "giu",
);
/** Up to the end of the clause; quotes may hold anything. */
const MENTION =
  /(?<!(?:\bnot|n['’]t|\bnever|\bwithout|\bavoid) )\b(mention|include|say|add|highlight|feature|focus on|talk about|emphasi[sz]e|point out)\s+(that\s+)?(?:["“”]([^"“”]+)["“”]|([^.,;!?\n"“”]+?)(?=\s+(?:but|without|and (?:make|keep|use|no|without|don['’]t))\b|[.,;!?\n"“”]|$))/giu;
/** What is asked for in these words is a question or a change, and not to be mentioned. */
const NO_MENTION =
  /^(?:(?:an?|one|some|more|no) )*(?:question|hashtag|emoji|detail|word|colou?r)/iu;
const HAS_VERB = /\b(?:is|are|am|was|were|will|has|have)\b/iu;
const SHORTER = /\b(?:shorter|briefer|keep it (?:short|brief)|more concise|less text)\b/iu;
const LONGER = /\b(?:longer|more detail(?:ed|s)?|more text)\b/iu;
const QUESTION = /\b(?:ask|with|add|include) (?:a |one )?question/iu;
const LOWERCASE = /\b(?:lower ?case|no capitals?)\b/iu;

/**
 * Reads the simple wishes in a text: `shorter`, `longer`; a tone by its name or a near word
 * (`funnier`); `mention our summer sale`, `mention that we open at nine`, `say "hello"`; `without
 * exclamation marks`, `no questions`, `avoid the word quiet`; `ask a question`; `lowercase`. The rest
 * is beyond a model that only knows its templates, and is left out.
 */
export function readWishes({
  instruction = "",
  brandVoice = "",
}: Pick<CaptionOptions, "instruction" | "brandVoice">): Wishes {
  const text = `${instruction}\n${brandVoice}`;
  const avoid = Array.from(text.matchAll(AVOID), ([, word = ""]) => toAvoided(word));
  return {
    length: lengthIn(instruction),
    // The brand's voice is for every post; the tone that was picked is for this one.
    tone: toneIn(instruction.replace(AVOID, "").replace(MENTION, "")),
    mention: mentionsIn(text),
    avoid,
    question: !avoid.includes("?") && QUESTION.test(text),
    lowercase: LOWERCASE.test(text),
    hashtags: !avoid.some((word) => /^hash-?tag/u.test(word)),
    emoji: !avoid.some((word) => /^emoji/u.test(word)),
  };
}

function lengthIn(text: string): Wishes["length"] {
  if (SHORTER.test(text)) return "shorter";
  return LONGER.test(text) ? "longer" : undefined;
}

function mentionsIn(text: string): Mention[] {
  return Array.from(text.matchAll(MENTION), ([, verb = "", that, quoted, plain = ""]) => ({
    text: (quoted ?? plain).trim(),
    isSentence:
      that !== undefined ||
      HAS_VERB.test(quoted ?? plain) ||
      (/say|add/iu.test(verb) && quoted !== undefined),
  })).filter((mention) => mention.text !== "" && !NO_MENTION.test(mention.text));
}

function toAvoided(word: string): string {
  if (/^question/iu.test(word)) return "?";
  if (/^exclamation/iu.test(word)) return "!";
  return word.toLowerCase();
}

/** The sentence as wishes allow it; undefined where it has a word to avoid. */
export function repairSentence(sentence: string, { avoid }: Wishes): string | undefined {
  const calm = avoid.includes("!") ? sentence.replaceAll("!", ".") : sentence;
  const words = new Set(calm.toLowerCase().match(/[\p{L}\p{N}'-]+|\?/gu));
  return avoid.some((word) => words.has(word)) ? undefined : calm;
}
