import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { loadTogether } from "./load-together.ts";

describe("loadTogether", () => {
  it("loads the first at once, and each of those that are asked for meanwhile once", async () => {
    const calls: (readonly string[])[] = [];
    const load = loadTogether<string, string>(async (keys) => {
      calls.push(keys);
      await setImmediate();
      return new Map(keys.map((key) => [key, key.toUpperCase()]));
    });
    const loaded = await Promise.all(["a", "b", "c", "b"].map(load));
    expect(loaded).toEqual(["A", "B", "C", "B"]);
    expect(calls).toEqual([["a"], ["b", "c"]]);
  });

  it("answers others while one load hangs, and loads together what comes while all are at work", async () => {
    const calls: (readonly string[])[] = [];
    const hanging = new Promise<never>(() => {});
    const load = loadTogether<string, string>(
      async (keys) => {
        calls.push(keys);
        if (keys.includes("hangs")) await hanging;
        await setImmediate();
        return new Map(keys.map((key) => [key, key.toUpperCase()]));
      },
      { atOnce: 2 },
    );
    void load("hangs");
    expect(await Promise.all(["a", "b", "c"].map(load))).toEqual(["A", "B", "C"]);
    expect(await load("d")).toBe("D");
    expect(calls).toEqual([["hangs"], ["a"], ["b", "c"], ["d"]]);
  });

  it("finds nothing where there is nothing", async () => {
    const load = loadTogether<string, string>(async () => new Map());
    await expect(load("a")).resolves.toBeUndefined();
  });

  it("never tells what was so before it was asked", async () => {
    let version = 1;
    const load = loadTogether<string, number>(async (keys) => {
      const seen = version;
      await setImmediate();
      return new Map(keys.map((key) => [key, seen]));
    });
    const early = load("a");
    version = 2;
    expect(await Promise.all([early, load("a")])).toEqual([1, 2]);
  });

  it("fails those whose load failed, and no others", async () => {
    let fail = true;
    const load = loadTogether<string, string>(async (keys) => {
      await setImmediate();
      if (fail) throw new Error("away");
      return new Map(keys.map((key) => [key, key]));
    });
    await expect(load("a")).rejects.toThrow("away");
    fail = false;
    await expect(load("a")).resolves.toBe("a");
  });
});
