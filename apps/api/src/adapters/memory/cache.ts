import { LRUCache } from "lru-cache";
import type { Cache } from "../../ports/cache.ts";

/** Entries are finished captions of a few kilobytes, so this is some ten megabytes at the most. */
const MAX_ENTRIES = 5_000;

export function createMemoryCache(): Cache {
  const entries = new LRUCache<string, string>({ max: MAX_ENTRIES });
  return {
    async get(key) {
      const value = entries.get(key);
      return value === undefined ? undefined : JSON.parse(value);
    },
    async set(key, value) {
      entries.set(key, JSON.stringify(value));
    },
    async delete(key) {
      entries.delete(key);
    },
  };
}
