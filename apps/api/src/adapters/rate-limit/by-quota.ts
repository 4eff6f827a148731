import type { RateLimiterAbstract } from "rate-limiter-flexible";
import { RateLimiterRes } from "rate-limiter-flexible";
import type { Quota, RateLimiter } from "../../ports/rate-limiter.ts";

/** A rate limiter made of the library's, of which each has one quota. */
export function limitByQuota(create: (quota: Quota) => RateLimiterAbstract): RateLimiter {
  const limiters = new Map<string, RateLimiterAbstract>();

  function limiterOf(quota: Quota): RateLimiterAbstract {
    const known = limiters.get(quota.name);
    if (known !== undefined) return known;
    const made = create(quota);
    limiters.set(quota.name, made);
    return made;
  }

  return {
    async take(quota, who) {
      // It throws its result where nothing is left, and an error where it is broken.
      const result = await limiterOf(quota)
        .consume(who)
        .catch((refused: unknown) => {
          if (refused instanceof RateLimiterRes) return refused;
          throw refused;
        });
      return {
        allowed: result.consumedPoints <= quota.most,
        remaining: Math.max(0, result.remainingPoints),
        resetMs: Math.max(0, result.msBeforeNext),
      };
    },
  };
}
