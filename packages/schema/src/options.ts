import { z } from "zod";
import { LENGTHS, lengthSchema } from "./lengths.ts";
import { plainTextSchema } from "./plain-text.ts";
import type { Counting, Platform } from "./platforms.ts";
import { DEFAULT_MAX_ALT_TEXT, PLATFORM_IDS, PLATFORMS } from "./platforms.ts";
import { toneSchema } from "./tones.ts";

export const OPTION_LIMITS = {
  variants: { min: 1, max: 5 },
  hashtags: { min: 0, max: 30 },
  brandVoice: 500,
  instruction: 1_000,
} as const;

/** A BCP 47 language tag in its canonical form: `en`, `pt-BR`, `zh-Hant`. */
export const languageSchema = z
  .string()
  .max(35)
  .transform((tag, context) => {
    try {
      return Intl.getCanonicalLocales(tag)[0] ?? "en";
    } catch {
      context.addIssue({
        code: "custom",
        message: `"${tag}" is no language tag; use one such as en, de or pt-BR.`,
      });
      return z.NEVER;
    }
  });

/** What a person asks of a caption. Every field has a default, so `{}` is a whole request. */
export const captionOptionsSchema = z
  .strictObject({
    tone: toneSchema.default("casual"),
    length: lengthSchema.default("medium"),
    platform: z.enum(PLATFORM_IDS).optional(),
    language: languageSchema.default("en"),
    spokenLanguage: languageSchema
      .optional()
      .describe("What is spoken in a video or recording; detected where it is left out."),
    hashtags: z
      .number()
      .int()
      .min(OPTION_LIMITS.hashtags.min)
      .max(OPTION_LIMITS.hashtags.max)
      .default(0)
      .describe("At most this many hashtags; 0 for none."),
    emoji: z.boolean().default(false),
    variants: z
      .number()
      .int()
      .min(OPTION_LIMITS.variants.min)
      .max(OPTION_LIMITS.variants.max)
      .default(3),
    brandVoice: plainTextSchema.max(OPTION_LIMITS.brandVoice).optional(),
    instruction: plainTextSchema.max(OPTION_LIMITS.instruction).optional(),
  })
  .meta({ id: "CaptionOptions" });

export type CaptionOptions = z.output<typeof captionOptionsSchema>;
export type CaptionOptionsInput = z.input<typeof captionOptionsSchema>;

/** The limits that options amount to, once length and platform are taken together. */
export interface EffectiveLimits {
  /** The most characters of a whole post: body and hashtags, counted as `counting` says. */
  readonly maxCharacters: number;
  /** The most bytes of a whole post in UTF-8, where the platform limits these as well. */
  readonly maxBytes?: number;
  readonly maxAltText: number;
  readonly counting: Counting;
}

/** The tighter of the asked length and the platform's own limit. */
export function effectiveLimits(
  options: Pick<CaptionOptions, "length" | "platform">,
): EffectiveLimits {
  const asked =
    typeof options.length === "string" ? LENGTHS[options.length] : options.length.maxCharacters;
  const platform: Platform | undefined =
    options.platform === undefined ? undefined : PLATFORMS[options.platform];
  return {
    maxCharacters: Math.min(asked, platform?.maxCharacters ?? asked),
    ...(platform?.maxBytes === undefined ? {} : { maxBytes: platform.maxBytes }),
    maxAltText: platform?.maxAltText ?? DEFAULT_MAX_ALT_TEXT,
    counting: platform?.counting ?? "graphemes",
  };
}
