import { z } from "zod";

const perMinute = z.coerce.number().int().min(0).max(1_000_000);

/** How much may be asked for in a minute; 0 is as much as anybody likes. */
export const rateLimitSettings = {
  RATE_LIMIT_REQUESTS: perMinute.default(1_200),
  RATE_LIMIT_UPLOADS: perMinute.default(120),
  RATE_LIMIT_CAPTIONS: perMinute.default(60),
  /** How many visitors' worth of that one address has: an office may share one. */
  RATE_LIMIT_ADDRESS_FACTOR: z.coerce.number().int().min(0).max(1_000).default(10),
  /**
   * How many proxies of our own stand before this process; each has written down whom it was asked by. Or that
   * the page is the only one, and runs on this machine.
   */
  TRUSTED_PROXIES: z
    .union([z.literal("page"), z.coerce.number().int().min(0).max(10)], {
      error: "is neither a number from 0 to 10 nor page",
    })
    .default(0),
};
