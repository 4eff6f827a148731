import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, vi } from "vitest";
import { createRedisCache } from "../../src/adapters/redis/cache.ts";
import { openRedis } from "../../src/adapters/redis/client.ts";
import { createRedisEventBus } from "../../src/adapters/redis/event-bus.ts";
import { createRedisRateLimiter } from "../../src/adapters/redis/rate-limiter.ts";
import { createRedisState } from "../../src/adapters/redis/shared-state.ts";
import { has, needing } from "../../src/testing/capabilities.ts";
import { cacheContract } from "../../src/testing/contracts/cache.ts";
import { eventBusContract } from "../../src/testing/contracts/event-bus.ts";
import { rateLimiterContract } from "../../src/testing/contracts/rate-limiter.ts";
import { sharedStateContract } from "../../src/testing/contracts/shared-state.ts";
import type { StartedRedis } from "../../src/testing/redis.ts";
import { startRedis } from "../../src/testing/redis.ts";
import { SOON } from "../../src/testing/soon.ts";

describe.skipIf(!has("redis"))(needing("redis", "a Redis server"), () => {
  let redis: StartedRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis?.stop());

  const open = () => openRedis(redis, pino({ level: "silent" }), { answerWithinMs: 60_000 });

  async function openBus() {
    const client = await open();
    const bus = createRedisEventBus(client);
    return {
      bus,
      async listening(captionId: string) {
        await vi.waitFor(async () => {
          expect(await client.commands.pubsub("CHANNELS", `*${captionId}`)).toHaveLength(1);
        }, SOON);
      },
      async close() {
        bus.close();
        client.close();
      },
    };
  }

  cacheContract("Redis", async () => {
    const client = await open();
    return {
      cache: createRedisCache(client.commands, { ttlSeconds: 60 }),
      close: async () => client.close(),
    };
  });

  rateLimiterContract("Redis", async () => {
    const client = await open();
    return {
      limiter: createRedisRateLimiter(client.commands),
      close: async () => client.close(),
    };
  });

  sharedStateContract("Redis", async () => {
    const [one, two] = await Promise.all([open(), open()]);
    return {
      state: createRedisState(one.commands),
      other: createRedisState(two.commands),
      async close() {
        one.close();
        two.close();
      },
    };
  });

  eventBusContract("Redis, within a process,", async () => {
    const opened = await openBus();
    return { ...opened, publisher: opened.bus };
  });

  eventBusContract("Redis, between processes,", async () => {
    const [here, there] = await Promise.all([openBus(), openBus()]);
    return {
      ...here,
      publisher: there.bus,
      close: async () => void (await Promise.all([here.close(), there.close()])),
    };
  });
});
