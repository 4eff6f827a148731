import { z } from "zod";

/** An empty variable, as in `GEMINI_API_KEY=`, is one that is not set. */
export const unlessEmpty = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema);

export const given = unlessEmpty(z.string().optional());

export const givenUrl = unlessEmpty(z.url().optional());

export const port = z.coerce.number().int().min(0).max(65_535);
