import type { Redis } from "ioredis";
import { RateLimiterMemory, RateLimiterRedis } from "rate-limiter-flexible";
import type { RateLimiter } from "../../ports/rate-limiter.ts";
import { limitByQuota } from "../rate-limit/by-quota.ts";

const PREFIX = "captions:rate:";

/** Counts for all processes together, and for this one alone while Redis is away. */
export const createRedisRateLimiter = (redis: Redis): RateLimiter =>
  limitByQuota(({ name, most, windowSeconds }) => {
    const quota = { keyPrefix: PREFIX + name, points: most, duration: windowSeconds };
    return new RateLimiterRedis({
      ...quota,
      storeClient: redis,
      rejectIfRedisNotReady: true,
      insuranceLimiter: new RateLimiterMemory(quota),
    });
  });
