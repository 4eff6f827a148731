import { describe, expect, it } from "vitest";
import { inRanges } from "./in-ranges.ts";

describe("inRanges", () => {
  it.each([
    [[3], "3"],
    [[3, 4, 5], "3 to 5"],
    [[1, 3], "1 and 3"],
    [[3, 7, 9, 10, 11, 12], "3, 7 and 9 to 12"],
    [[1, 3, 5, 7, 9, 11, 13, 15, 17, 18, 20], "1, 3, 5, 7, 9, 11, 13, 15 and 3 more"],
  ])("tells %j as “%s”", (numbers, told) => {
    expect(inRanges(numbers)).toBe(told);
  });
});
