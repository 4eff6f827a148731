import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { inBatches } from "./in-batches.ts";

describe("inBatches", () => {
  it("takes the first at once, and together what comes meanwhile", async () => {
    const calls: number[][] = [];
    const add = inBatches<number>(async (items) => {
      calls.push(items);
      await setImmediate();
    });
    await Promise.all([add(1), add(2), add(3)]);
    await add(4);
    expect(calls).toEqual([[1], [2, 3], [4]]);
  });

  it("fails those whose call failed, and no others", async () => {
    const add = inBatches<string>(async (items) => {
      await setImmediate();
      if (items.includes("bad")) throw new Error("refused");
    });
    const outcomes = await Promise.allSettled([add("first"), add("bad"), add("with bad")]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected"]);
    await expect(add("after")).resolves.toBeUndefined();
  });
});
