import type { Quota } from "../ports/rate-limiter.ts";
import type { Kind } from "./kinds.ts";

const WINDOW_S = 60;

export interface RateLimitSettings {
  /** How many of each kind a visitor, or an API key, may ask for in a minute; 0 is any number. */
  readonly perMinute: Readonly<Record<Kind, number>>;
  /** How many visitors' worth of that an address may ask for; 0 is any number. */
  readonly addressFactor: number;
}

export interface Quotas {
  /** Of a session or an API key. */
  readonly visitor: Quota | undefined;
  readonly address: Quota | undefined;
}

/** The quotas of each kind; undefined where there is no limit. */
export function toQuotas(settings: RateLimitSettings): Readonly<Record<Kind, Quotas>> {
  const { perMinute, addressFactor } = settings;
  const quotas = (kind: Kind): Quotas => ({
    visitor: quota(kind, perMinute[kind]),
    address: quota(`${kind}-address`, perMinute[kind] * addressFactor),
  });
  return {
    requests: quotas("requests"),
    uploads: quotas("uploads"),
    captions: quotas("captions"),
  };
}

const quota = (name: string, most: number): Quota | undefined =>
  most === 0 ? undefined : { name, most, windowSeconds: WINDOW_S };
