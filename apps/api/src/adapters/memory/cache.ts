import { LRUCache } from "lru-cache";
import type { Cache } from "../../ports/cache.ts";

export interface MemoryCacheConfig {
  /** How long an entry is kept, however often it is read. */
  readonly ttlMs: number;
  /** What all entries may take together. Those that were read longest ago go first. @default 32 MiB */
  readonly maxBytes?: number;
}

/** A caption takes a few kilobytes, one of a long talk, with all that is said in it, a hundred and more. */
const MAX_BYTES = 32 * 1024 * 1024;

/** A cache of this process alone. */
export function createMemoryCache({ ttlMs, maxBytes = MAX_BYTES }: MemoryCacheConfig): Cache {
  const entries = new LRUCache<string, string>({
    ttl: ttlMs,
    maxSize: maxBytes,
    // Two bytes a character, as all of a text takes that has one beyond Latin-1 in it.
    sizeCalculation: (value, key) => 2 * (key.length + value.length),
  });
  return {
    async get(key) {
      const value = entries.get(key);
      return value === undefined ? undefined : JSON.parse(value);
    },
    async set(key, value) {
      // What is too old, and that nobody asks for, would stay until the room is needed.
      entries.purgeStale();
      entries.set(key, JSON.stringify(value));
    },
    async delete(key) {
      entries.delete(key);
    },
  };
}
