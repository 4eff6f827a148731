import type { CaptionOptions, EffectiveLimits, PresetLength } from "@caption-generator/schema";
import { countCharacters } from "@caption-generator/schema";
import type { CaptionDraft } from "../../../ports/caption-model.ts";
import type { Sight } from "../sight/sight.ts";
import type { Hand } from "./deck.ts";
import { makeDeck } from "./deck.ts";
import { fittingEmoji } from "./emoji.ts";
import { chooseHashtags } from "./hashtags.ts";
import { findSubject } from "./subject.ts";
import { nearestTone } from "./tone.ts";
import { readWishes } from "./wishes.ts";

export interface ComposeRequest {
  readonly sight: Sight;
  /** A sentence of somebody who saw more than we measure; it comes first where it fits. */
  readonly lead?: string;
  readonly options: CaptionOptions;
  readonly limits: Pick<EffectiveLimits, "maxCharacters" | "counting">;
  /** Captions that were written before, and are not wanted again. */
  readonly previous: readonly string[];
}

/** Hashtags may have this part of the limit; beyond it words are worth more. */
const HASHTAG_SHARE = 1 / 3;
/** A blank line, where the platform does not put them in line. */
const BEFORE_HASHTAGS = 2;
const MOST_SENTENCES: Readonly<Record<PresetLength, number>> = { short: 1, medium: 3, long: 6 };

/**
 * Writes captions from what was seen: `options.variants` of them, all different, each as long as was
 * asked and within the limit. Equal requests give equal captions.
 */
export function compose(request: ComposeRequest): CaptionDraft[] {
  const { sight, lead, options, limits, previous } = request;
  const wishes = readWishes(options);
  const subject = findSubject(sight);
  const size = (text: string) => countCharacters(text, limits.counting);
  const hashtags = chooseHashtags(sight, subject, options.hashtags);
  while (size(hashtags.join(" ")) > limits.maxCharacters * HASHTAG_SHARE) hashtags.pop();
  const taken = hashtags.length === 0 ? 0 : size(hashtags.join(" ")) + BEFORE_HASHTAGS;
  const fits = (text: string) => size(text) <= limits.maxCharacters - taken;
  const tone = wishes.tone ?? nearestTone(options.tone);
  const seed = JSON.stringify([sight, options, previous]);
  const deal = makeDeck({ sight, subject, tone, wishes, previous, seed, fits });
  const length = lengthOf(options, wishes.length);
  const emoji = options.emoji ? fittingEmoji(sight, subject) : [];

  return Array.from({ length: options.variants }, (_, index) => {
    const hand = deal(index, length);
    const words = write(index === 0 || length !== "short" ? lead : undefined, hand, length, fits);
    const body = wishes.lowercase ? words.toLowerCase() : words;
    const marked = [body, emoji[index % Math.max(1, emoji.length)] ?? ""].join(" ").trim();
    return { body: fits(marked) ? marked : body, hashtags };
  });
}

/** Puts sentences together: the first one, then what was asked for, then what there is room for. */
function write(
  lead: string | undefined,
  { opening, required, followers }: Hand,
  length: PresetLength,
  fits: (text: string) => boolean,
): string {
  const leads = lead !== undefined && fits(lead);
  const text = [leads ? lead : opening];
  const last: string[] = [];
  for (const sentence of required) {
    if (fits([...text, ...last, sentence].join(" "))) last.push(sentence);
  }
  for (const sentence of leads ? [opening, ...followers] : followers) {
    if (text.length + last.length >= MOST_SENTENCES[length]) break;
    if (fits([...text, sentence, ...last].join(" "))) text.push(sentence);
  }
  return [...text, ...last].join(" ");
}

/** The preset that a request comes to: by what a number of characters has room for. */
function lengthOf(
  { length }: CaptionOptions,
  wish: "shorter" | "longer" | undefined,
): PresetLength {
  const order: readonly PresetLength[] = ["short", "medium", "long"];
  const asked = typeof length === "string" ? length : presetFor(length.maxCharacters);
  const step = wish === undefined ? 0 : wish === "longer" ? 1 : -1;
  return order[Math.min(2, Math.max(0, order.indexOf(asked) + step))] ?? asked;
}

function presetFor(maxCharacters: number): PresetLength {
  if (maxCharacters <= 140) return "short";
  return maxCharacters <= 400 ? "medium" : "long";
}
