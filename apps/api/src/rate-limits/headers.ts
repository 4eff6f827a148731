import type { Taken } from "./take-allowance.ts";

/**
 * The header fields of draft-ietf-httpapi-ratelimit-headers-10: what the policies are, and what is left by
 * each. Names of quotas are plain words, so nothing in them needs escaping.
 */
export function rateLimitHeaders(taken: readonly Taken[]): Readonly<Record<string, string>> {
  if (taken.length === 0) return {};
  const policies = taken.map(
    ({ quota }) => `"${quota.name}";q=${quota.most};w=${quota.windowSeconds}`,
  );
  const left = taken.map(
    ({ quota, remaining, resetMs }) => `"${quota.name}";r=${remaining};t=${toSeconds(resetMs)}`,
  );
  return { "ratelimit-policy": policies.join(", "), ratelimit: left.join(", ") };
}

const toSeconds = (ms: number) => Math.max(1, Math.ceil(ms / 1_000));
