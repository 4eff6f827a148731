import type {
  CaptionOptions,
  CaptionResult,
  CaptionVariant,
  EffectiveLimits,
} from "@caption-generator/schema";
import { AppError } from "../errors/app-error.ts";
import type { CaptionAnswer } from "../ports/caption-model.ts";
import { cleanAltText, toAltText } from "./alt-text.ts";
import { composePost } from "./compose-post.ts";
import { findFaults } from "./find-faults.ts";
import { readDraft } from "./read-draft.ts";
import { wordsOf } from "./words-of.ts";

export interface EnforcedAnswer {
  /** What is shown, whatever was wrong: cleaned, cut, and without repetitions. */
  readonly result: CaptionResult;
  /**
   * A sentence for each fault, to tell the model. Empty where cleaning mended all there was: a
   * second call is worth its time only where something had to be cut or is missing.
   */
  readonly faults: readonly string[];
}

/**
 * Keeps the limits that a person asked for, whatever the model wrote.
 *
 * @throws AppError model_answer_unusable where no draft has a word and the alt text has none either.
 */
export function enforceLimits(
  answer: Pick<CaptionAnswer, "drafts" | "altText">,
  options: CaptionOptions,
  limits: EffectiveLimits,
): EnforcedAnswer {
  const drafts = answer.drafts.map((draft, index) => readDraft(draft, index + 1, options));
  const altText = cleanAltText(answer.altText);
  const bodies = drafts.filter(({ body }) => body !== "");
  const usable =
    bodies.length > 0 ? bodies : [{ body: altText, hashtags: [], evidence: undefined }];
  const posts = usable
    .map((draft) => ({
      ...composePost(draft, options.platform, limits),
      evidence: draft.evidence,
    }))
    .filter(({ body }) => body !== "");
  const variants = distinct(posts, ({ body }) => body)
    .slice(0, options.variants)
    .map(
      ({ hashtags, evidence, ...post }): CaptionVariant => ({
        ...post,
        hashtags: [...hashtags],
        ...(evidence === undefined ? {} : { evidence: [...evidence] }),
        limit: limits.maxCharacters,
      }),
    );
  const [first] = variants;
  if (first === undefined) throw unusable();
  return {
    result: { variants, altText: toAltText(altText || first.body, limits.maxAltText) },
    faults: findFaults({ drafts, altText }, options, limits),
  };
}

/** Those whose words differ, not merely their case or punctuation; the first of each. */
function distinct<T>(items: readonly T[], textOf: (item: T) => string): T[] {
  const byWords = new Map<string, T>();
  for (const item of items) {
    const key = wordsOf(textOf(item));
    if (!byWords.has(key)) byWords.set(key, item);
  }
  return [...byWords.values()];
}

function unusable(): AppError {
  return new AppError({
    code: "model_answer_unusable",
    detail: "The caption model answered without a single word. Try again.",
    retryable: true,
  });
}
