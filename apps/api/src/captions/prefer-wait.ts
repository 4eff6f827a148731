/** The longest we keep a request open for `Prefer: wait`, in seconds: proxies give up after a minute. */
const MAX_WAIT_S = 55;

/** How long a client prefers to wait (RFC 7240), in milliseconds; 0 for not at all. */
export function parsePreferWait(prefer: string | undefined): number {
  const match = /(?:^|[,;]\s*)wait\s*=\s*"?(\d{1,6})"?/iu.exec(prefer ?? "");
  return Math.min(Number(match?.[1] ?? 0), MAX_WAIT_S) * 1_000;
}
