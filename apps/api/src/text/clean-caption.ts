import { stripChatter, stripPictureOf } from "./chatter.ts";
import { removeEmoji } from "./emoji.ts";
import { splitTrailingHashtags } from "./hashtags.ts";
import { stripMarkdown } from "./markdown.ts";
import { unquote } from "./quotes.ts";
import { tidyCharacters } from "./tidy-characters.ts";

export interface CleanOptions {
  /** Whether emoji may stay. */
  readonly emoji: boolean;
  /** Where the text stands in a list, from 1: a number in front that says the same goes. */
  readonly position?: number;
}

export interface CleanCaption {
  readonly body: string;
  /** The hashtags that stood at the end of the text, as they were written. */
  readonly hashtags: readonly string[];
  /** Whether the model spoke about the caption, or of "an image of", and that was taken off. */
  readonly chatter: boolean;
}

/**
 * Finds the caption in what a model wrote for one: without chatter, quotation marks around it,
 * Markdown, a number in front, control characters, and emoji where they are not wanted.
 */
export function cleanCaption(text: string, { emoji, position }: CleanOptions): CleanCaption {
  const outer = unwrap(tidyCharacters(text), position);
  const { body, hashtags } = splitTrailingHashtags(tidyCharacters(outer.text));
  // Hashtags may have stood behind the closing quotation mark.
  const inner = unwrap(body, position);
  const plain = emoji ? inner.text : removeEmoji(inner.text);
  return {
    body: tidyCharacters(plain),
    hashtags,
    chatter: outer.chatter || inner.chatter,
  };
}

/** Takes off layer after layer: a label may stand within quotes, and quotes after a label. */
function unwrap(text: string, position: number | undefined): { text: string; chatter: boolean } {
  let current = text;
  let chatter = false;
  for (let before = ""; before !== current; ) {
    before = current;
    const plain = unquote(stripNumber(stripMarkdown(current), position).trim());
    current = stripPictureOf(stripChatter(plain)).trim();
    chatter ||= current !== plain;
  }
  return { text: current, chatter };
}

/** A list with several items is what the caption says, not where it stands. */
const LATER_ITEM = /\n\s*(?:\(?\d{1,2}[.)]|[-•*]) /u;

/** `1. Mai` is a date and `2) A dog` is a list: a number with a full stop must fit its position. */
function stripNumber(text: string, position: number | undefined): string {
  if (LATER_ITEM.test(text)) return text;
  const match = /^(?:\((\d{1,2})\)|(\d{1,2})([.)])|[-•*](?= ))\s+(?=\S)/u.exec(text);
  if (match === null) return text;
  const [whole, , number, mark] = match;
  return mark === "." && Number(number) !== position ? text : text.slice(whole.length);
}
