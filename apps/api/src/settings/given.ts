import { z } from "zod";

/** An empty variable, as in `GEMINI_API_KEY=`, is one that is not set. */
export const unlessEmpty = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema);

export const given = unlessEmpty(z.string().optional());

/** Several of a kind, with commas between them. */
export const givenList = unlessEmpty(
  z
    .string()
    .transform((text) => text.split(",").map((part) => part.trim()))
    .pipe(z.array(z.string().min(1)).min(1))
    .optional(),
);

export const givenUrl = unlessEmpty(z.url().optional());

export const port = z.coerce.number().int().min(0).max(65_535);
