import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createRedisCache } from "../../src/adapters/redis/cache.ts";
import type { RedisAddress, RedisClient } from "../../src/adapters/redis/client.ts";
import { openRedis } from "../../src/adapters/redis/client.ts";
import { createRedisEventBus } from "../../src/adapters/redis/event-bus.ts";
import { createRedisRateLimiter } from "../../src/adapters/redis/rate-limiter.ts";
import { newCaptionId } from "../../src/ids/ids.ts";
import type { Change } from "../../src/ports/events.ts";
import { has, needing } from "../../src/testing/capabilities.ts";
import type { StartedRedis } from "../../src/testing/redis.ts";
import { startRedis } from "../../src/testing/redis.ts";
import { SOON } from "../../src/testing/soon.ts";

/** Reconnections come at most two seconds apart. */

describe.skipIf(!has("redis"))(needing("redis", "a Redis server that goes away"), () => {
  let redis: StartedRedis;
  const clients: RedisClient[] = [];
  beforeEach(async () => {
    redis = await startRedis();
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.close();
    await redis.stop();
  });

  async function open(address: RedisAddress = redis) {
    const client = await openRedis(address, pino({ level: "silent" }));
    clients.push(client);
    return client;
  }

  async function openBus() {
    return createRedisEventBus(await open());
  }

  it("is a cache without entries, and one with entries again when it is back", async () => {
    const cache = createRedisCache((await open()).commands, { ttlSeconds: 60 });
    await cache.set("key", "value");
    await redis.kill();
    expect(await cache.get("key")).toBeUndefined();
    await cache.set("key", "value");
    await redis.resume();
    await vi.waitFor(async () => {
      await cache.set("key", "value");
      expect(await cache.get("key")).toBe("value");
    }, SOON);
  });

  it("answers at once, and not after a while, as long as it is away", async () => {
    const cache = createRedisCache((await open()).commands, { ttlSeconds: 60 });
    await redis.kill();
    await cache.get("key");
    const since = performance.now();
    for (let n = 0; n < 100; n += 1) await cache.get("key");
    // It would be a second for each.
    expect(performance.now() - since).toBeLessThan(50_000);
  });

  it("never gives back what was deleted while it was away, and deletes it when it is back", async () => {
    const client = await open();
    const cache = createRedisCache(client.commands, { ttlSeconds: 60 });
    const other = createRedisCache((await open()).commands, { ttlSeconds: 60 });
    await cache.set("key", "value");
    client.commands.disconnect(true);
    await cache.delete("key");
    expect(await other.get("key")).toBe("value");
    expect(await cache.get("key")).toBeUndefined();
    await vi.waitFor(async () => expect(await other.get("key")).toBeUndefined(), SOON);
    await vi.waitFor(async () => {
      await cache.set("key", "new");
      expect(await cache.get("key")).toBe("new");
    }, SOON);
  });

  it("does not keep a request waiting for longer than a second when it is frozen", async () => {
    const clients = await Promise.all([open(), open(), open()]);
    redis.freeze();
    const waits: number[] = [];
    for (const { commands } of clients) {
      const since = performance.now();
      expect(await createRedisCache(commands, { ttlSeconds: 60 }).get("key")).toBeUndefined();
      waits.push(performance.now() - since);
    }
    redis.thaw();
    // A machine that is busy may keep one of them waiting.
    expect(Math.min(...waits)).toBeLessThan(2_500);
  });

  it("lets each process count for itself meanwhile, and never fails", async () => {
    const limiter = createRedisRateLimiter((await open()).commands);
    const quota = { name: "test", most: 2, windowSeconds: 60 };
    await redis.kill();
    const taken: boolean[] = [];
    for (let n = 0; n < 3; n += 1) taken.push((await limiter.take(quota, "ann")).allowed);
    expect(taken).toEqual([true, true, false]);
  });

  it("has listeners look for themselves meanwhile, and still tells those of its own process", async () => {
    const bus = await openBus();
    const id = newCaptionId();
    await redis.kill();
    const heard: Change[] = [];
    bus.subscribe(id, (change) => heard.push(change));
    bus.publish(id, "progress");
    expect(heard).toEqual(["progress"]);
    const missed = () => heard.filter((one) => one === "missed").length;
    await vi.waitFor(() => expect(missed()).toBeGreaterThan(1), SOON);
  });

  it("is listened to again when it is back, and whoever listened before looks at once", async () => {
    const [here, there] = await Promise.all([openBus(), openBus()]);
    const id = newCaptionId();
    const heard: Change[] = [];
    here.subscribe(id, (change) => heard.push(change));
    await redis.kill();
    await redis.resume();
    await vi.waitFor(() => expect(heard).toContain("missed"), SOON);
    await vi.waitFor(() => {
      there.publish(id, "finished");
      expect(heard).toContain("finished");
    }, SOON);
    await wait(1_500);
    const sofar = heard.filter((one) => one === "missed").length;
    await wait(1_500);
    // Nobody looks for themselves any more.
    expect(heard.filter((one) => one === "missed")).toHaveLength(sofar);
  });

  it("notices by itself that a connection over which nothing comes is dead", async () => {
    const here = await openBus();
    const id = newCaptionId();
    const heard: Change[] = [];
    here.subscribe(id, (change) => heard.push(change));
    await vi.waitFor(() => expect(heard).toContain("missed"), SOON);
    const before = heard.length;
    redis.freeze();
    await vi.waitFor(() => expect(heard.length).toBeGreaterThan(before + 1), SOON);
    redis.thaw();
  });

  it("is waited for when a process starts before it", async () => {
    await redis.kill();
    const cache = createRedisCache((await open()).commands, { ttlSeconds: 60 });
    expect(await cache.get("key")).toBeUndefined();
    await redis.resume();
    await vi.waitFor(async () => {
      await cache.set("key", 1);
      expect(await cache.get("key")).toBe(1);
    }, SOON);
  });

  it("is spoken to over TLS, if its certificate is good", async () => {
    const { host, username, password, tlsPort: port } = redis;
    const ca = readFileSync(redis.ca, "utf8");
    const trusted = await open({ host, port, username, password, tls: { ca } });
    expect(await trusted.commands.ping()).toBe("PONG");
    const untrusting = await open({ host, port, username, password, tls: {} });
    await expect(untrusting.commands.ping()).rejects.toThrow();
  });

  it("lets nobody in with a wrong password", async () => {
    const { host, port, username } = redis;
    const wrong = await open({ host, port, username, password: "wrong" });
    await expect(wrong.commands.ping()).rejects.toThrow();
  });
});
