import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../http/env.ts";
import type { RateLimiter } from "../ports/rate-limiter.ts";
import { rateLimitHeaders } from "../rate-limits/headers.ts";
import { kindOf } from "../rate-limits/kinds.ts";
import type { RateLimitSettings } from "../rate-limits/quotas.ts";
import { toQuotas } from "../rate-limits/quotas.ts";
import { rateLimited } from "../rate-limits/rate-limited.ts";
import { takeAllowances } from "../rate-limits/take-allowances.ts";

export interface RateLimitConfig extends RateLimitSettings {
  readonly limiter: RateLimiter;
  readonly trustedProxies: number;
}

/** Refuses what is too much for a minute, by API key or session and by address; comes after who asks is known. */
export function limitRates({ limiter, ...settings }: RateLimitConfig) {
  const quotas = toQuotas(settings);
  return createMiddleware<AppEnv>(async (c, next) => {
    const kind = kindOf(c.req.method, c.req.path);
    if (kind === undefined) return next();
    const taken = await takeAllowances(limiter, quotas[kind], {
      visitor: c.get("keyId") ?? c.get("sessionId"),
      address: c.get("address"),
    });
    for (const [name, value] of Object.entries(rateLimitHeaders(taken))) c.header(name, value);
    const refusal = rateLimited(kind, taken);
    if (refusal !== undefined) throw refusal;
    await next();
  });
}
