import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../http/env.ts";
import type { RateLimiter } from "../ports/rate-limiter.ts";
import type { TrustedProxies } from "../rate-limits/client-address.ts";
import { rateLimitHeaders } from "../rate-limits/headers.ts";
import type { Kind } from "../rate-limits/kinds.ts";
import { kindOf } from "../rate-limits/kinds.ts";
import type { RateLimitSettings } from "../rate-limits/quotas.ts";
import { toQuotas } from "../rate-limits/quotas.ts";
import { rateLimited } from "../rate-limits/rate-limited.ts";
import type { Taken } from "../rate-limits/take-allowance.ts";
import { takeAllowance } from "../rate-limits/take-allowance.ts";

export interface RateLimitConfig extends RateLimitSettings {
  readonly limiter: RateLimiter;
  readonly trustedProxies: TrustedProxies;
}

/**
 * Refuses what is too much for a minute: by address before who asks is looked up, so that whoever is let in
 * nowhere is counted as well; by API key or session once it is known.
 */
export function limitRates({ limiter, ...settings }: RateLimitConfig) {
  const quotas = toQuotas(settings);
  const ofAddress = createMiddleware<AppEnv>(async (c, next) => {
    const kind = kindOf(c.req.method, c.req.path);
    if (kind === undefined) return next();
    const taken = await takeAllowance(limiter, quotas[kind].address, c.get("address"));
    c.set("takenOfAddress", taken);
    tell(c, kind, taken);
    await next();
  });
  const ofVisitor = createMiddleware<AppEnv>(async (c, next) => {
    const kind = kindOf(c.req.method, c.req.path);
    if (kind === undefined) return next();
    const visitor = c.get("keyId") ?? c.get("sessionId");
    const taken = await takeAllowance(limiter, quotas[kind].visitor, visitor);
    tell(c, kind, [...taken, ...c.get("takenOfAddress")]);
    await next();
  });
  return { ofAddress, ofVisitor };
}

/** @throws AppError rate_limited */
function tell(c: Context<AppEnv>, kind: Kind, taken: readonly Taken[]): void {
  for (const [name, value] of Object.entries(rateLimitHeaders(taken))) c.header(name, value);
  const refusal = rateLimited(kind, taken);
  if (refusal !== undefined) throw refusal;
}
