import { describe, expect, it } from "vitest";
import { estimateCost } from "./estimate-cost.ts";

const COSTS = { photo: 0.004, video: 0.006, minuteHeard: 0.006 };

describe("estimateCost", () => {
  it("is a photo's price for a photo", () => {
    expect(estimateCost(COSTS, { kind: "photo" })).toBe(0.004);
  });

  it("grows with what is to be heard of a video", () => {
    expect(estimateCost(COSTS, { kind: "video", seconds: 600 })).toBeCloseTo(0.066);
  });

  it("needs no length where nothing is heard", () => {
    expect(estimateCost({ ...COSTS, minuteHeard: 0 }, { kind: "video", seconds: undefined })).toBe(
      0.006,
    );
  });

  it.each([
    ["the length", COSTS],
    ["the model's price", { minuteHeard: 0.006 }],
    ["the price of hearing", { video: 0.006 }],
  ])("is unknown where %s is", (_, costs) => {
    expect(estimateCost(costs, { kind: "video", seconds: undefined })).toBeUndefined();
  });
});
