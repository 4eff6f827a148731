import { wordsOf } from "../../../text/words-of.ts";

/** What was written before, and is not wanted again. */
export interface Memory {
  /** Whether one of the texts has this sentence. */
  hasSentence(sentence: string): boolean;
  /** Whether one of the texts is this one, or begins with it: hashtags may have followed. */
  isRepetition(text: string): boolean;
}

/** Case and punctuation make no difference, as nobody would take them for one. */
export function remember(previous: readonly string[]): Memory {
  const texts = previous.map((text) => ` ${wordsOf(text)} `);
  return {
    hasSentence: (sentence) => texts.some((text) => text.includes(` ${wordsOf(sentence)} `)),
    isRepetition: (text) => texts.some((each) => each.startsWith(` ${wordsOf(text)} `)),
  };
}
