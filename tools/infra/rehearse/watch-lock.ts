import { setTimeout as wait } from "node:timers/promises";
import type { LockInfo } from "./backend.ts";

const EVERY_MS = 300;

/**
 * Looks at a lock again and again while work goes on.
 *
 * @returns what the work returned, and the locks that were seen held meanwhile, each once
 */
export async function watchLock<T>(
  look: () => Promise<LockInfo | undefined>,
  work: () => Promise<T>,
): Promise<{ result: T; seen: readonly LockInfo[] }> {
  const seen = new Map<string, LockInfo>();
  let working = true;
  const watching = (async () => {
    while (working) {
      const lock = await look();
      if (lock !== undefined) seen.set(lock.ID, lock);
      await wait(EVERY_MS);
    }
  })();
  // A look that fails is told of when the work is done, not before.
  watching.catch(() => {});
  try {
    const result = await work();
    return { result, seen: [...seen.values()] };
  } finally {
    working = false;
    await watching;
  }
}
