import type { AppKeys } from "../app.ts";
import { createApp, createWorkerApp } from "../app.ts";
import type { Deps } from "../deps.ts";
import type { Env } from "../env.ts";
import type { Prometheus } from "../metrics/prometheus.ts";
import type { RateLimitConfig } from "../middleware/rate-limit.ts";
import type { RateLimiter } from "../ports/rate-limiter.ts";
import type { SharedState } from "../ports/shared-state.ts";

export interface HttpParts {
  readonly keys: AppKeys;
  readonly prometheus: Prometheus;
  readonly limiter: RateLimiter;
  readonly state: SharedState;
}

/** What the process answers over HTTP, by its role. */
export function createHttp(env: Env, deps: Deps, { keys, prometheus, limiter, state }: HttpParts) {
  const metrics = { prometheus, token: env.METRICS_TOKEN };
  if (env.ROLE === "worker") return createWorkerApp(deps, metrics);
  return createApp(deps, { keys, metrics, rates: rateLimitsOf(env, limiter), state });
}

/** How much may be asked for, by the environment. */
const rateLimitsOf = (env: Env, limiter: RateLimiter): RateLimitConfig => ({
  limiter,
  trustedProxies: env.TRUSTED_PROXIES,
  perMinute: {
    requests: env.RATE_LIMIT_REQUESTS,
    uploads: env.RATE_LIMIT_UPLOADS,
    captions: env.RATE_LIMIT_CAPTIONS,
  },
  addressFactor: env.RATE_LIMIT_ADDRESS_FACTOR,
});
