import type { CaptionOptions, Evidence } from "@caption-generator/schema";
import type { CaptionDraft } from "../ports/caption-model.ts";
import { cleanCaption } from "./clean-caption.ts";
import { hasEmoji } from "./emoji.ts";
import { inlineHashtags, normaliseHashtags, unhash } from "./hashtags.ts";

/** A draft once it is cleaned, and what was found in it that nobody asked for. */
export interface ReadDraft {
  readonly body: string;
  /** No more than were asked for. */
  readonly hashtags: readonly string[];
  /** How many different hashtags the model wrote. */
  readonly hashtagsWritten: number;
  readonly chatter: boolean;
  readonly unwantedEmoji: boolean;
  /** The moments it rests on; undefined where it names none. */
  readonly evidence: readonly Evidence[] | undefined;
}

/** @param position the draft's place among the drafts, from 1. */
export function readDraft(
  draft: CaptionDraft,
  position: number,
  options: Pick<CaptionOptions, "hashtags" | "emoji">,
): ReadDraft {
  const { body, hashtags, chatter } = cleanCaption(draft.body, { emoji: options.emoji, position });
  const within = normaliseHashtags(inlineHashtags(body), Number.POSITIVE_INFINITY);
  const written = normaliseHashtags(
    [...draft.hashtags, ...hashtags],
    Number.POSITIVE_INFINITY,
    within,
  );
  // Hashtags within a sentence count as well; where they alone are too many they become words.
  const inline = within.length <= options.hashtags;
  return {
    body: inline ? body : unhash(body),
    hashtags: written.slice(0, options.hashtags - (inline ? within.length : 0)),
    hashtagsWritten: within.length + written.length,
    chatter,
    unwantedEmoji: !options.emoji && hasEmoji(draft.body),
    evidence: draft.evidence,
  };
}
