import { describe, expect, it } from "vitest";
import { howLong } from "./how-long.ts";

describe("howLong", () => {
  it.each([
    [0, "1 second"],
    [1_001, "2 seconds"],
    [60_000, "60 seconds"],
    [60_001, "2 min"],
    [3_600_000, "1 h"],
    [5 * 3_600_000 + 11.5 * 60_000, "5 h 12 min"],
    [23 * 3_600_000 + 59.5 * 60_000, "24 h"],
  ])("says %d ms as %s", (ms, said) => {
    expect(howLong(ms)).toBe(said);
  });
});
