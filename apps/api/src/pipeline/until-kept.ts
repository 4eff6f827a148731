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
export async function untilKept<T>(
  keep: () => Promise<T>,
  signal: AbortSignal,
  clock: Clock = SYSTEM_CLOCK,
): Promise<T> {
  try {
    // Once in any case: it is paid for, though the job may have ended in this moment.
    return await keep();
  } catch (error) {
    if (!isAway(error)) throw error;
  }
  return await retry(keep, {
    maxAttempts: Number.POSITIVE_INFINITY,
    signal,
    deadline: clock.now() + PATIENCE_MS,
    isRetryable: isAway,
    // What clients are told to wait is more than a restart takes.
    retryAfterMs: () => undefined,
    clock,
  });
}

const isAway = (error: unknown) => asAppError(error)?.code === "database_unavailable";
