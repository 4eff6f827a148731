import type { Allowance, Quota, RateLimiter } from "../ports/rate-limiter.ts";

export interface Taken extends Allowance {
  readonly quota: Quota;
}

/** Takes one of a quota that whoever asks has a part in: of none where there is no quota, or nobody. */
export async function takeAllowance(
  limiter: RateLimiter,
  quota: Quota | undefined,
  who: string | undefined,
): Promise<readonly Taken[]> {
  if (quota === undefined || who === undefined) return [];
  return [{ quota, ...(await limiter.take(quota, who)) }];
}
