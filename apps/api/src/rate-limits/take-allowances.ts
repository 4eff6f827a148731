import type { Allowance, Quota, RateLimiter } from "../ports/rate-limiter.ts";
import type { Quotas } from "./quotas.ts";

/** Who asks. */
export interface Asker {
  /** The API key, else the session, where there is one. */
  readonly visitor: string | undefined;
  readonly address: string;
}

export interface Taken extends Allowance {
  readonly quota: Quota;
}

/** Takes one of each quota that whoever asks has a part in. */
export async function takeAllowances(
  limiter: RateLimiter,
  quotas: Quotas,
  { visitor, address }: Asker,
): Promise<readonly Taken[]> {
  const take = async (quota: Quota | undefined, who: string | undefined) =>
    quota === undefined || who === undefined
      ? []
      : [{ quota, ...(await limiter.take(quota, who)) }];
  const taken = await Promise.all([take(quotas.visitor, visitor), take(quotas.address, address)]);
  return taken.flat();
}
