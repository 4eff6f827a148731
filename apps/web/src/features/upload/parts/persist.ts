import { delayBeforeRetry, isLost } from "./delay-before-retry.ts";

export interface Persistence {
  readonly signal: AbortSignal;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Called where the connection is lost and waited for. */
  readonly onLost: () => void;
}

/**
 * Does what may fail for a while, again until it is done.
 * @throws what it failed with where trying again is of no use; the signal's reason once it aborts
 */
export async function persist<T>(
  work: () => Promise<T>,
  { signal, wait, onLost }: Persistence,
): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    signal.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      signal.throwIfAborted();
      const ms = delayBeforeRetry(error, attempt);
      if (ms === undefined) throw error;
      if (isLost(error)) onLost();
      await wait(ms, signal);
    }
  }
}
