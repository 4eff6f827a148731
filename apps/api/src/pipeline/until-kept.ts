import { asAppError } from "../errors/app-error.ts";
import type { Clock } from "../retry/retry.ts";
import { retry, SYSTEM_CLOCK } from "../retry/retry.ts";

/** As long as a failover of the database takes. */
const PATIENCE_MS = 60_000;

/**
 * Stores what was paid for, again and again while the database is away: of a job that is handed back instead, it
 * would be bought a second time.
 *
 * @throws what `keep` throws, where that is something else or goes on for a minute; the signal's reason
 */
export const untilKept = <T>(
  keep: () => Promise<T>,
  signal: AbortSignal,
  clock: Clock = SYSTEM_CLOCK,
): Promise<T> =>
  retry(keep, {
    maxAttempts: Number.POSITIVE_INFINITY,
    signal,
    deadline: clock.now() + PATIENCE_MS,
    isRetryable: (error) => asAppError(error)?.code === "database_unavailable",
    // What clients are told to wait is more than a restart takes.
    retryAfterMs: () => undefined,
    clock,
  });
