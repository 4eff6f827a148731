import type { Logger } from "pino";
import { createMemoryCache } from "../adapters/memory/cache.ts";
import { createMemoryEventBus } from "../adapters/memory/event-bus.ts";
import { createMemoryRateLimiter } from "../adapters/memory/rate-limiter.ts";
import { createMemoryState } from "../adapters/memory/shared-state.ts";
import { createRedisCache } from "../adapters/redis/cache.ts";
import { openRedis } from "../adapters/redis/client.ts";
import { createRedisEventBus } from "../adapters/redis/event-bus.ts";
import { createRedisRateLimiter } from "../adapters/redis/rate-limiter.ts";
import { createRedisState } from "../adapters/redis/shared-state.ts";
import type { Env } from "../env.ts";
import type { Cache } from "../ports/cache.ts";
import type { EventBus } from "../ports/events.ts";
import type { RateLimiter } from "../ports/rate-limiter.ts";
import type { SharedState } from "../ports/shared-state.ts";
import { isServer } from "./database.ts";
import { toRedisAddress } from "./redis-address.ts";

/** What processes share for speed, and each could do without. */
export interface Shared {
  readonly cache: Cache;
  readonly events: EventBus;
  readonly limiter: RateLimiter;
  readonly state: SharedState;
  close(): void;
}

/** How often listeners look where other processes work on the same captions and nobody tells. */
const LOOK_EVERY_MS = 1_000;
const DAY_S = 24 * 60 * 60;

/** In seconds: what is forgotten to be deleted goes no later than the captions themselves. */
const keptFor = ({ RETENTION_DAYS }: Env) => RETENTION_DAYS * DAY_S;

/** In Redis where one is named; else in the memory of each process. */
export async function openShared(env: Env, log: Logger): Promise<Shared> {
  const address = toRedisAddress(env);
  if (address === undefined) return inMemory(env);
  const client = await openRedis(address, log);
  const events = createRedisEventBus(client);
  return {
    cache: createRedisCache(client.commands, { ttlSeconds: keptFor(env) }),
    events,
    limiter: createRedisRateLimiter(client.commands),
    state: createRedisState(client.commands),
    close() {
      events.close();
      client.close();
    },
  };
}

function inMemory(env: Env): Shared {
  const events = createMemoryEventBus(isServer(env) ? { lookEveryMs: LOOK_EVERY_MS } : {});
  return {
    cache: createMemoryCache({ ttlMs: keptFor(env) * 1_000 }),
    events,
    limiter: createMemoryRateLimiter(),
    state: createMemoryState(),
    close: () => events.close(),
  };
}
