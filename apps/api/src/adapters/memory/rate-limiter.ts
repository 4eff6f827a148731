import { RateLimiterMemory } from "rate-limiter-flexible";
import type { RateLimiter } from "../../ports/rate-limiter.ts";
import { limitByQuota } from "../rate-limit/by-quota.ts";

/** Counts for this process alone. */
export const createMemoryRateLimiter = (): RateLimiter =>
  limitByQuota(
    ({ name, most, windowSeconds }) =>
      new RateLimiterMemory({ keyPrefix: name, points: most, duration: windowSeconds }),
  );
