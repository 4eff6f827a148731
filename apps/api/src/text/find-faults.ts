import type { CaptionOptions, EffectiveLimits } from "@caption-generator/schema";
import { countBytes, countCharacters } from "@caption-generator/schema";
import { joinPost } from "./compose-post.ts";
import type { ReadDraft } from "./read-draft.ts";
import { wordsOf } from "./words-of.ts";

interface Fault {
  readonly sentence: string;
  /** Whether cleaning mends it and loses nothing. */
  readonly mended: boolean;
}

/** What is wrong with an answer, in sentences for the model; nothing where cleaning mends it all. */
export function findFaults(
  { drafts, altText }: { readonly drafts: readonly ReadDraft[]; readonly altText: string },
  options: CaptionOptions,
  limits: EffectiveLimits,
): string[] {
  const faults = [
    ...missingDrafts(drafts.length, options.variants),
    ...drafts.flatMap((draft, index) =>
      draftFaults(draft, `Caption ${index + 1}`, options, limits),
    ),
    ...repetitions(drafts),
    ...altTextFaults(altText, limits.maxAltText),
  ];
  return faults.every(({ mended }) => mended) ? [] : faults.map(({ sentence }) => sentence);
}

function missingDrafts(found: number, asked: number): Fault[] {
  if (found >= asked) return [];
  const there = found === 1 ? "There is 1 caption" : `There are ${found} captions`;
  return [{ sentence: `${there}; ${asked} were asked for.`, mended: false }];
}

function draftFaults(
  draft: ReadDraft,
  name: string,
  { platform, hashtags }: CaptionOptions,
  limits: EffectiveLimits,
): Fault[] {
  if (draft.body === "") return [{ sentence: `${name} is empty.`, mended: false }];
  const faults = lengthFaults(joinPost(draft.body, draft.hashtags, platform), limits).map(
    ({ length, unit, limit }): Fault => {
      const units = draft.hashtags.length > 0 ? `${unit} with its hashtags` : unit;
      return { sentence: `${name} has ${length} ${units}; the limit is ${limit}.`, mended: false };
    },
  );
  if (draft.hashtagsWritten > hashtags) {
    const wanted = hashtags === 0 ? "none are wanted" : `at most ${hashtags} are wanted`;
    const noun = draft.hashtagsWritten === 1 ? "hashtag" : "hashtags";
    const sentence = `${name} has ${draft.hashtagsWritten} ${noun}; ${wanted}.`;
    faults.push({ sentence, mended: true });
  }
  if (draft.chatter) {
    const sentence = `${name} speaks about itself or of "an image of"; write the caption alone.`;
    faults.push({ sentence, mended: true });
  }
  if (draft.unwantedEmoji) {
    faults.push({ sentence: `${name} has emoji; none are wanted.`, mended: true });
  }
  return faults;
}

function lengthFaults(
  post: string,
  { maxCharacters, maxBytes = Number.POSITIVE_INFINITY, counting }: EffectiveLimits,
) {
  return [
    { length: countCharacters(post, counting), unit: "characters", limit: maxCharacters },
    { length: countBytes(post), unit: "bytes in UTF-8", limit: maxBytes },
  ].filter(({ length, limit }) => length > limit);
}

function repetitions(drafts: readonly ReadDraft[]): Fault[] {
  const keys = drafts.map(({ body }) => wordsOf(body));
  return keys.flatMap((key, index) => {
    const first = keys.indexOf(key);
    if (first === index || key === "") return [];
    return [{ sentence: `Caption ${index + 1} repeats caption ${first + 1}.`, mended: false }];
  });
}

function altTextFaults(altText: string, max: number): Fault[] {
  if (altText === "") return [{ sentence: "The alt text is empty.", mended: false }];
  const length = countCharacters(altText);
  if (length <= max) return [];
  const sentence = `The alt text has ${length} characters; the limit is ${max}.`;
  return [{ sentence, mended: false }];
}
