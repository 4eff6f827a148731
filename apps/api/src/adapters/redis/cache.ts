import type { Redis } from "ioredis";
import type { Cache } from "../../ports/cache.ts";

const PREFIX = "captions:cache:";
/** How often what could not be deleted is tried again. */
const AGAIN_MS = 1_000;

export interface RedisCacheConfig {
  /** How long an entry is kept. */
  readonly ttlSeconds: number;
}

/**
 * A cache that all processes share. While Redis is away it has nothing and keeps nothing; what is deleted
 * meanwhile is not given back, and is deleted as soon as Redis is there again.
 */
export function createRedisCache(redis: Redis, { ttlSeconds }: RedisCacheConfig): Cache {
  const toDelete = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  async function tryDeleting(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const keys = [...toDelete];
    try {
      if (keys.length > 0) await redis.unlink(...keys.map((key) => PREFIX + key));
      for (const key of keys) toDelete.delete(key);
    } catch {
      timer ??= setTimeout(() => void tryDeleting(), AGAIN_MS).unref();
    }
  }

  return {
    async get(key) {
      if (toDelete.has(key)) return undefined;
      try {
        const text = await redis.get(PREFIX + key);
        return text === null ? undefined : JSON.parse(text);
      } catch {
        return undefined;
      }
    },
    async set(key, value) {
      await redis.set(PREFIX + key, JSON.stringify(value), "EX", ttlSeconds).then(
        () => toDelete.delete(key),
        () => {},
      );
    },
    async delete(key) {
      toDelete.add(key);
      await tryDeleting();
    },
  };
}
