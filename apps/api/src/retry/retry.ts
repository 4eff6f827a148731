import type { Sleep } from "./sleep.ts";
import { sleep as realSleep } from "./sleep.ts";

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8_000;

export interface Clock {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** From 0 up to, but not including, 1. */
  readonly random: () => number;
  readonly sleep: Sleep;
}

export const SYSTEM_CLOCK: Clock = { now: Date.now, random: Math.random, sleep: realSleep };

export interface RetryOptions {
  /** How many tries there may be, the first included. */
  readonly maxAttempts: number;
  readonly signal: AbortSignal;
  /** When it must be over, in milliseconds since the epoch. */
  readonly deadline: number;
  readonly isRetryable: (error: unknown) => boolean;
  /** How long the other side asked us to wait, in milliseconds, if it did. */
  readonly retryAfterMs: (error: unknown) => number | undefined;
  /** Called before each wait for another try. */
  readonly onRetry?: (error: unknown, waitMs: number) => void;
  readonly clock?: Clock;
}

/**
 * Runs `operation` until it succeeds. Between tries it waits a random part of a time that doubles
 * ("full jitter"), so that callers that failed together do not come back together.
 *
 * @throws the last error: at once where it is not retryable or where the wait would outlast the
 * deadline; the signal's reason once it aborts.
 */
export async function retry<T>(
  operation: (attempt: number) => Promise<T>,
  options: RetryOptions,
): Promise<T> {
  const { maxAttempts, signal, deadline, isRetryable, onRetry, clock = SYSTEM_CLOCK } = options;
  for (let attempt = 1; ; attempt += 1) {
    signal.throwIfAborted();
    try {
      return await operation(attempt);
    } catch (error) {
      signal.throwIfAborted();
      if (attempt >= maxAttempts || !isRetryable(error)) throw error;
      const waitMs = waitBefore(attempt, options.retryAfterMs(error), clock.random());
      if (clock.now() + waitMs >= deadline) throw error;
      onRetry?.(error, waitMs);
      await clock.sleep(waitMs, signal);
    }
  }
}

/** What the other side asked for is the least; the jitter then comes on top of it. */
function waitBefore(attempt: number, askedMs: number | undefined, random: number): number {
  const backOff = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1));
  return askedMs === undefined ? random * backOff : askedMs + random * FIRST_WAIT_MS;
}
