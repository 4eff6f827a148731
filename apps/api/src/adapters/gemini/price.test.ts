import { describe, expect, test } from "vitest";
import { costUsd } from "./price.ts";

const MILLION = { input: 1_000_000, output: 1_000_000 };

describe("costUsd", () => {
  test("charges input and output apart", () => {
    const at = Date.parse("2026-11-24T00:00:00Z");
    expect(costUsd("gemini-3.8-flash", { input: 2_000, output: 0 }, at)).toBeCloseTo(0.0015, 10);
    expect(costUsd("gemini-3.8-flash", { input: 0, output: 2_000 }, at)).toBeCloseTo(0.0075, 10);
  });

  test("the introductory price ends with 2026", () => {
    const [last, first] = ["2026-12-31T23:59:59.999Z", "2027-01-01T00:00:00Z"].map(Date.parse);
    expect(costUsd("gemini-3.8-flash", MILLION, last ?? 0)).toBe(4.5);
    expect(costUsd("gemini-3.8-flash", MILLION, first ?? 0)).toBe(9);
  });

  test.each(["gemini-99-ultra", "constructor"])(
    "says nothing about %s, which it does not know",
    (model) => {
      expect(costUsd(model, MILLION, 0)).toBeUndefined();
    },
  );
});
