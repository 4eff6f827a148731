import { rateLimiterContract } from "../../testing/contracts/rate-limiter.ts";
import { createMemoryRateLimiter } from "./rate-limiter.ts";

rateLimiterContract("the memory", async () => ({
  limiter: createMemoryRateLimiter(),
  close: async () => {},
}));
