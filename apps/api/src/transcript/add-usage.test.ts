import { describe, expect, it } from "vitest";
import { addUsage } from "./add-usage.ts";

describe("addUsage", () => {
  const one = { seconds: 60, calls: 1, costUsd: 0.006 };

  it("adds seconds, calls and dollars", () => {
    const sum = addUsage(one, { seconds: 30, calls: 2, costUsd: 0.003 });
    expect(sum).toEqual({ seconds: 90, calls: 3, costUsd: expect.closeTo(0.009, 10) });
  });

  it("begins with nothing", () => {
    expect(addUsage(undefined, one)).toEqual(one);
  });

  it("knows no price where it does not know all", () => {
    const free = { seconds: 30, calls: 1 };
    const sum = { seconds: 90, calls: 2 };
    expect([addUsage(one, free), addUsage(free, one)]).toEqual([sum, sum]);
  });
});
