import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Cache } from "../../ports/cache.ts";

export interface CacheUnderTest {
  readonly cache: Cache;
  close(): Promise<void>;
}

/** What every cache does, whatever it keeps its entries in. */
export function cacheContract(name: string, open: () => Promise<CacheUnderTest>) {
  describe(`${name} as a cache`, () => {
    let tested: CacheUnderTest;
    let key: string;
    beforeEach(async () => {
      tested = await open();
      key = `key:${randomUUID()}`;
    });
    afterEach(() => tested.close());

    it("has nothing under a key nobody set", async () => {
      expect(await tested.cache.get(key)).toBeUndefined();
    });

    it.each([
      ["an object", { text: "Salt on skin 🌊", tags: ["#a", null], nested: { n: 1.5, yes: true } }],
      ["a list", [1, "two", { three: [] }]],
      ["a text", 'with "quotes",\nlines and ñ'],
      ["zero", 0],
      ["false", false],
      ["null", null],
    ])("gives back %s", async (_, value) => {
      await tested.cache.set(key, value);
      expect(await tested.cache.get(key)).toEqual(value);
    });

    it("keeps a value as it was when it was set", async () => {
      const value = { tags: ["one"] };
      await tested.cache.set(key, value);
      value.tags.push("two");
      expect(await tested.cache.get(key)).toEqual({ tags: ["one"] });
    });

    it("gives everyone a value of their own", async () => {
      await tested.cache.set(key, { tags: ["one"] });
      const first = await tested.cache.get(key);
      (first as { tags: string[] }).tags.push("two");
      expect(await tested.cache.get(key)).toEqual({ tags: ["one"] });
    });

    it("puts a later value in the place of an earlier one", async () => {
      await tested.cache.set(key, "first");
      await tested.cache.set(key, "second");
      expect(await tested.cache.get(key)).toBe("second");
    });

    it("forgets the one key it is told to, and no complaint if it was not there", async () => {
      const other = `${key}:other`;
      await tested.cache.set(key, 1);
      await tested.cache.set(other, 2);
      await tested.cache.delete(key);
      await tested.cache.delete(key);
      expect(await tested.cache.get(key)).toBeUndefined();
      expect(await tested.cache.get(other)).toBe(2);
    });

    it("takes an entry of a hundred kilobytes", async () => {
      const large = { text: "海".repeat(34_000) };
      await tested.cache.set(key, large);
      expect(await tested.cache.get(key)).toEqual(large);
    });
  });
}
