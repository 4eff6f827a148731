import { describe, expect, it } from "vitest";
import { sweepEach } from "./sweep-each.ts";

/** Things to sweep, those that are bad first, as a table would list them again and again. */
function heap(bad: readonly string[], good: readonly string[]) {
  const left = new Set([...bad, ...good]);
  const logged: unknown[] = [];
  const controller = new AbortController();
  return {
    left,
    logged,
    controller,
    sweep: {
      list: async (most: number) => [...left].slice(0, most),
      idOf: (id: string) => id,
      sweep: async (id: string) => {
        if (bad.includes(id)) throw new Error(`cannot delete ${id}`);
        return left.delete(id);
      },
    },
    sweeping: {
      log: { error: (said: unknown) => logged.push(said) },
      signal: controller.signal,
    },
  };
}

describe("sweepEach", () => {
  it("sweeps what there is, over as many pages as that takes", async () => {
    const { sweep, sweeping, left, logged } = heap([], ["a", "b", "c", "d", "e"]);
    expect(await sweepEach(sweep, sweeping, 2)).toBe(5);
    expect(left.size).toBe(0);
    expect(logged).toEqual([]);
  });

  it("logs what cannot be swept, once, and goes on though it fills whole pages", async () => {
    const { sweep, sweeping, left, logged } = heap(["x", "y", "z"], ["a", "b", "c"]);
    expect(await sweepEach(sweep, sweeping, 2)).toBe(3);
    expect([...left]).toEqual(["x", "y", "z"]);
    expect(logged).toMatchObject([{ id: "x" }, { id: "y" }, { id: "z" }]);
  });

  it("logs the first of many that cannot be swept, and how many there were", async () => {
    const bad = Array.from({ length: 25 }, (_, index) => `x${index}`);
    const { sweep, sweeping, left, logged } = heap(bad, ["a"]);
    expect(await sweepEach(sweep, sweeping, 20)).toBe(1);
    expect([...left]).toEqual(bad);
    expect(logged).toHaveLength(11);
    expect(logged[9]).toMatchObject({ id: "x9" });
    expect(logged[10]).toEqual({ failed: 25 });
  });

  it("comes to an end though what was swept is listed again", async () => {
    const { sweep, sweeping } = heap([], ["a", "b"]);
    const nothing = { ...sweep, sweep: async () => true };
    expect(await sweepEach(nothing, sweeping, 2)).toBe(2);
  });

  it("ends after the one under way once it is told to", async () => {
    const { sweep, sweeping, left, controller } = heap([], ["a", "b", "c"]);
    const interrupted = {
      ...sweep,
      sweep: async (id: string) => {
        if (id === "b") controller.abort();
        return left.delete(id);
      },
    };
    expect(await sweepEach(interrupted, sweeping, 2)).toBe(2);
    expect([...left]).toEqual(["c"]);
  });

  it("does not count what is not to be swept any more, and goes on", async () => {
    const { sweep, sweeping, left } = heap([], ["taken", "a", "b", "c"]);
    const racing = {
      ...sweep,
      sweep: async (id: string) => id !== "taken" && left.delete(id),
    };
    expect(await sweepEach(racing, sweeping, 1)).toBe(3);
    expect([...left]).toEqual(["taken"]);
  });

  it("fails where nothing can be listed", async () => {
    const { sweep, sweeping } = heap([], ["a"]);
    const away = { ...sweep, list: () => Promise.reject(new Error("the database is away")) };
    await expect(sweepEach(away, sweeping)).rejects.toThrow("away");
  });
});
