import { z } from "zod";
import { unlessEmpty } from "./given.ts";

/** Who is let in, and how they are known. */
export const accessSettings = {
  /** The secret before SESSION_SECRET: what it has signed is still taken, and signed anew. */
  SESSION_SECRET_PREVIOUS: unlessEmpty(
    z.string().min(32, "has fewer than 32 characters").optional(),
  ),
  /** Whoever does not know it is let in nowhere. */
  ACCESS_TOKEN: unlessEmpty(z.string().min(16, "has fewer than 16 characters").optional()),
  /** The address that browsers see. */
  PUBLIC_URL: unlessEmpty(
    z
      .url({ protocol: /^https?$/u, error: "is no address such as https://captions.example.com" })
      .transform((text) => new URL(text))
      .optional(),
  ),
};
