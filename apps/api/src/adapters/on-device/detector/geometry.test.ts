import { describe, expect, it } from "vitest";
import { around, clip, overlap } from "./geometry.ts";

const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });

describe("overlap", () => {
  it("is 1 for the same box, 0 for boxes apart, and 0 for boxes that only touch", () => {
    expect(overlap(box(0, 0, 0.5, 0.5), box(0, 0, 0.5, 0.5))).toBe(1);
    expect(overlap(box(0, 0, 0.2, 0.2), box(0.5, 0.5, 0.2, 0.2))).toBe(0);
    expect(overlap(box(0, 0, 0.5, 1), box(0.5, 0, 0.5, 1))).toBe(0);
  });

  it("is the shared part of what both cover", () => {
    expect(overlap(box(0, 0, 0.4, 1), box(0.2, 0, 0.4, 1))).toBeCloseTo(1 / 3);
  });
});

describe("clip", () => {
  it("cuts off what lies beyond the picture", () => {
    expect(clip(box(-0.1, 0.5, 0.4, 0.7))).toEqual({
      x: 0,
      y: 0.5,
      width: expect.closeTo(0.3),
      height: 0.5,
    });
  });

  it("leaves nothing of a box outside", () => {
    expect(clip(box(1.1, 0, 0.2, 0.5)).width).toBe(0);
    expect(clip(box(-0.5, 0, 0.2, 0.5)).width).toBe(0);
  });
});

describe("around", () => {
  it("is the smallest box that holds all", () => {
    expect(around([box(0.1, 0.2, 0.1, 0.1), box(0.5, 0.1, 0.2, 0.6)])).toEqual({
      x: 0.1,
      y: 0.1,
      width: expect.closeTo(0.6),
      height: expect.closeTo(0.6),
    });
  });
});
