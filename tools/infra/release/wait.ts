import { setTimeout as sleep } from "node:timers/promises";
import { Failure } from "../../shared/failure.ts";
import { STOPPED } from "../interruptible.ts";

/** The time, as the waiting sees it. */
export interface Clock {
  now(): number;
  /** @throws when the signal aborts */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

export interface Waiting {
  readonly clock: Clock;
  /** How long it is from one look to the next. */
  readonly everyMs: number;
  /** Ends the waiting, and nothing that is waited for. */
  readonly signal: AbortSignal;
}

interface Awaited {
  /** What is waited for, as the subject of a sentence. */
  readonly what: string;
  readonly minutes: number;
}

const MINUTE_MS = 60_000;

export const CLOCK: Clock = {
  now: () => performance.now(),
  sleep: (ms, signal) => sleep(ms, undefined, { signal }),
};

/**
 * Looks again and again until there is something to be seen.
 *
 * @param look answers undefined as long as there is nothing
 * @throws Failure when it takes too long, or when nobody waits any longer: what is waited for goes on
 */
export async function until<T>(
  look: () => Promise<T | undefined>,
  { what, minutes }: Awaited,
  { clock, everyMs, signal }: Waiting,
): Promise<T> {
  const deadline = clock.now() + minutes * MINUTE_MS;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (clock.now() >= deadline) {
      const advice = "Look at it in AWS's console, and run pnpm release again.";
      throw new Failure(`${what} has not ended in ${minutes} minutes, and goes on. ${advice}`);
    }
    await clock.sleep(everyMs, signal).catch(() => undefined);
    if (signal.aborted) {
      const advice = "Run pnpm release again to wait for it.";
      throw new Failure(`${what} goes on by itself, and is not waited for. ${advice}`, STOPPED);
    }
  }
}
