import { describe, expect, it } from "vitest";
import { costOfBoth, dearest } from "./unknown-prices.ts";

describe("dearest", () => {
  it.each([
    [[0.002], 0.002],
    [[0.002, 0.006, 0.003], 0.006],
    [[0.002, undefined], undefined],
    [[undefined, 0.002], undefined],
  ])("of %j is %j", (prices, expected) => {
    expect(dearest(prices)).toBe(expected);
  });
});

describe("costOfBoth", () => {
  it.each([
    [{ costUsd: 1 }, { costUsd: 0.5 }, { costUsd: 1.5 }],
    [{ costUsd: 1 }, {}, {}],
    [{}, { costUsd: 1 }, {}],
  ])("of %j and %j is %j", (a, b, expected) => {
    expect(costOfBoth(a, b)).toEqual(expected);
  });
});
