import { z } from "zod";
import { plainTextSchema } from "./plain-text.ts";

/** The tones a person picks from; anything else goes in as a custom tone, in their own words. */
export const TONES = [
  "professional",
  "casual",
  "witty",
  "inspirational",
  "playful",
  "dramatic",
  "minimal",
] as const;

export type PresetTone = (typeof TONES)[number];

export const CUSTOM_TONE_MAX = 80;

export const toneSchema = z.union(
  [z.enum(TONES), z.strictObject({ custom: plainTextSchema.min(1).max(CUSTOM_TONE_MAX) })],
  {
    error: `A tone is one of ${TONES.join(", ")}, or {"custom": "your own words"} of at most ${CUSTOM_TONE_MAX} characters.`,
  },
);

export type Tone = z.infer<typeof toneSchema>;
