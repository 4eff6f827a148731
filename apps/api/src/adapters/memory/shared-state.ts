import { LRUCache } from "lru-cache";
import type { SharedState } from "../../ports/shared-state.ts";

/** Whoever has more addresses to guess an access token from pushes out the oldest counts, and still guesses slowly. */
const MAX_ENTRIES = 10_000;

/** Shared by nobody: for a process that is alone, or whose Redis is away. */
export function createMemoryState(): SharedState {
  const entries = new LRUCache<string, string>({ max: MAX_ENTRIES });
  return {
    async change(key, decide, ttlMs) {
      const before = entries.get(key);
      const { value, result } = decide(before);
      if (value === undefined) entries.delete(key);
      else if (value !== before) entries.set(key, value, { ttl: ttlMs });
      return result;
    },
  };
}
