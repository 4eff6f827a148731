import type {
  CaptionOptions,
  Counting,
  EffectiveLimits,
  PresetTone,
} from "@caption-generator/schema";
import { PLATFORMS } from "@caption-generator/schema";
import { fence } from "./fence.ts";

const TONE_MEANINGS: Readonly<Record<PresetTone, string>> = {
  professional: "clear and confident, as a company speaks to people it respects; no slang, no hype",
  casual: "relaxed and warm, as one writes to a friend; contractions are welcome",
  witty: "dry and quick, with one turn the reader does not expect; never at anybody's expense",
  inspirational: "hopeful and sincere; it starts from something in the picture, not from a proverb",
  playful: "light, full of fun, with wordplay where the language offers it",
  dramatic: "vivid and tense, as the first line of a story",
  minimal: "as few words as carry the moment; plain nouns and verbs, nothing decorative",
};

const COUNTING_NOTES: Readonly<Record<Counting, string>> = {
  graphemes: "",
  x: " An emoji counts as 2, so does a Chinese, Japanese or Korean character, and a link as 23.",
  mastodon: " A link counts as 23.",
  threads: " An emoji counts as 4 or more.",
};

export function toneLine({ tone }: Pick<CaptionOptions, "tone">): string {
  if (typeof tone === "string") return `Tone: ${tone}: ${TONE_MEANINGS[tone]}.`;
  return `Tone, in the person's own words: ${fence("tone", tone.custom)}`;
}

/** A preset length is a range to fill; a number of characters is only a bound. */
export function lengthLine(
  { length }: Pick<CaptionOptions, "length">,
  { maxCharacters, counting }: EffectiveLimits,
): string {
  const aim =
    typeof length === "string"
      ? `${Math.round(maxCharacters * 0.5)} to ${Math.round(maxCharacters * 0.9)} characters`
      : "as many characters as the thought needs";
  return `Length: ${aim}, and never more than ${maxCharacters} characters with the hashtags and the spaces between them.${COUNTING_NOTES[counting]}`;
}

export function platformLine({ platform }: Pick<CaptionOptions, "platform">): string | undefined {
  if (platform === undefined) return undefined;
  const { name, maxCharacters } = PLATFORMS[platform];
  return `Platform: ${name}, which takes at most ${maxCharacters} characters; write as people write there.`;
}

export function languageLine({ language }: Pick<CaptionOptions, "language">): string {
  const name = new Intl.DisplayNames(["en"], { type: "language" }).of(language) ?? language;
  return `Language of captions, hashtags and alt text: ${language} (${name}).`;
}

export function hashtagsLine({ hashtags }: Pick<CaptionOptions, "hashtags">): string {
  if (hashtags === 0) return "Hashtags: none; leave the list empty.";
  return `Hashtags: at most ${hashtags} for each caption, the most fitting first.`;
}

export function emojiLine({ emoji }: Pick<CaptionOptions, "emoji">): string {
  return emoji ? "Emoji: one to three, where they add something." : "Emoji: none.";
}
