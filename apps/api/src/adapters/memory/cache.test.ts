import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { cacheContract } from "../../testing/contracts/cache.ts";
import { createMemoryCache } from "./cache.ts";

const HOUR_MS = 60 * 60_000;

cacheContract("the memory", async () => ({
  cache: createMemoryCache({ ttlMs: HOUR_MS }),
  close: async () => {},
}));

describe("the memory", () => {
  it("has nothing any more once it was kept long enough, however often it was read", async () => {
    const cache = createMemoryCache({ ttlMs: 60 });
    await cache.set("key", 1);
    expect(await cache.get("key")).toBe(1);
    await wait(40);
    await cache.get("key");
    await wait(40);
    expect(await cache.get("key")).toBeUndefined();
  });

  it("forgets what was read longest ago where all would be too large", async () => {
    const cache = createMemoryCache({ ttlMs: HOUR_MS, maxBytes: 100_000 });
    const text = "x".repeat(10_000);
    for (const key of ["a", "b", "c", "d"]) await cache.set(key, text);
    await cache.get("a");
    await cache.set("e", text);
    const kept = await Promise.all(["a", "b", "c", "d", "e"].map((key) => cache.get(key)));
    expect(kept.map((each) => each !== undefined)).toEqual([true, false, true, true, true]);
  });

  it("does not keep what is too large on its own", async () => {
    const cache = createMemoryCache({ ttlMs: HOUR_MS, maxBytes: 1_000 });
    await cache.set("key", "first");
    await cache.set("key", "x".repeat(1_000));
    expect(await cache.get("key")).toBeUndefined();
  });
});
