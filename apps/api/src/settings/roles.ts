import { z } from "zod";
import { unlessEmpty } from "./given.ts";

/** What this process does of all that there is to do. */
export const roleSettings = {
  /** `api` answers requests, `worker` makes captions, `all` does both. */
  ROLE: unlessEmpty(z.enum(["all", "api", "worker"]).default("all")),
  /** Captions of photos under way at once. Most of their time they wait for the model. */
  PHOTO_CONCURRENCY: z.coerce.number().int().min(1).max(1_000).default(64),
  /** Captions of videos under way at once: each keeps two processors busy for a while. */
  VIDEO_CONCURRENCY: z.coerce.number().int().min(1).max(100).default(4),
};
