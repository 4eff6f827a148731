import type { CaptionOptions, EffectiveLimits, PresetLength } from "@caption-generator/schema";
import { countCharacters } from "@caption-generator/schema";
import type { CaptionDraft } from "../../../ports/caption-model.ts";
import { wordsOf } from "../../../text/words-of.ts";
import type { Sight } from "../sight/sight.ts";
import type { Hand } from "./deck.ts";
import { dealHands } from "./deck.ts";
import { fittingEmoji } from "./emoji.ts";
import { fittingHashtags } from "./hashtags.ts";
import { lengthFor } from "./length.ts";
import { remember } from "./memory.ts";
import type { Subject } from "./subject.ts";
import { findSubject } from "./subject.ts";
import { nearestTone } from "./tone.ts";
import type { Wishes } from "./wishes.ts";
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

/** A blank line, where the platform does not put hashtags in line. */
const BEFORE_HASHTAGS = 2;
const MOST_SENTENCES: Readonly<Record<PresetLength, number>> = { short: 1, medium: 2, long: 5 };

/**
 * Writes captions from what was seen: `options.variants` of them, all different, none as before where
 * there is another, each as long as was asked and within the limit. Equal requests give equal
 * captions.
 */
export function compose(request: ComposeRequest): CaptionDraft[] {
  const { sight, options, limits } = request;
  const wishes = readWishes(options);
  const subject = findSubject(sight);
  const size = (text: string) => countCharacters(text, limits.counting);
  const hashtags = wishes.hashtags
    ? fittingHashtags(sight, subject, options.hashtags, (text) => size(text) / limits.maxCharacters)
    : [];
  const taken = hashtags.length === 0 ? 0 : size(hashtags.join(" ")) + BEFORE_HASHTAGS;
  const fits = (text: string) => size(text) <= limits.maxCharacters - taken;
  const emoji = options.emoji && wishes.emoji ? fittingEmoji(sight, subject) : [];

  return writeBodies(request, { subject, wishes, fits }).map((words, index) => {
    const body = wishes.lowercase ? words.toLowerCase() : words;
    const marked = [body, emoji[index % Math.max(1, emoji.length)] ?? ""].join(" ").trim();
    return { body: fits(marked) ? marked : body, hashtags };
  });
}

interface Draft {
  readonly subject: Subject | undefined;
  readonly wishes: Wishes;
  readonly fits: (text: string) => boolean;
}

/** Takes hands until there are enough different texts; what was written before fills up the rest. */
function writeBodies(request: ComposeRequest, { subject, wishes, fits }: Draft): string[] {
  const { sight, lead, options, previous } = request;
  const memory = remember(previous);
  const length = lengthFor(options.length, wishes.length);
  const tone = wishes.tone ?? nearestTone(options.tone);
  const seed = JSON.stringify([sight, options, previous]);
  // A lead that came first in every caption would make them all sound the same.
  const leads = (index: number) => (length === "short" ? index === 0 : index % 2 === 0);

  const fresh = new Map<string, string>();
  const repeated = new Map<string, string>();
  for (const hand of dealHands({ sight, subject, tone, length, wishes, memory, seed })) {
    if (fresh.size === options.variants) break;
    const words = write(leads(fresh.size) ? lead : undefined, hand, length, fits);
    if (words === "" || !fits(words)) continue;
    const into = memory.isRepetition(words) ? repeated : fresh;
    if (!into.has(wordsOf(words))) into.set(wordsOf(words), words);
  }
  return [...fresh.values(), ...repeated.values()].slice(0, options.variants);
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
