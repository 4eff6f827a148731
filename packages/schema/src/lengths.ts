import { z } from "zod";

/** The preset lengths and the most characters each may have, hashtags included. */
export const LENGTHS = { short: 100, medium: 280, long: 700 } as const;

export type PresetLength = keyof typeof LENGTHS;

export const LENGTH_NAMES = Object.keys(LENGTHS) as [PresetLength, ...PresetLength[]];

export const MAX_CHARACTERS = { min: 20, max: 63_206 } as const;

export const lengthSchema = z.union(
  [
    z.enum(LENGTH_NAMES),
    z.strictObject({
      maxCharacters: z.number().int().min(MAX_CHARACTERS.min).max(MAX_CHARACTERS.max),
    }),
  ],
  {
    error: `A length is one of ${LENGTH_NAMES.join(", ")}, or {"maxCharacters": N} with N from ${MAX_CHARACTERS.min} to ${MAX_CHARACTERS.max}.`,
  },
);

export type Length = z.infer<typeof lengthSchema>;
