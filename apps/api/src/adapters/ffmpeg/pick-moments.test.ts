import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Sample } from "./pick-moments.ts";
import { pickMoments } from "./pick-moments.ts";

/** Samples every half second, with cuts at these moments. */
function sampled(seconds: number, cuts: readonly number[]): Sample[] {
  return Array.from({ length: Math.floor(seconds * 2) }, (_, index) => ({
    at: index / 2,
    difference: cuts.includes(index / 2) ? 0.8 : 0.01,
  }));
}

describe("pickMoments", () => {
  it("takes the middle of each shot", () => {
    expect(pickMoments(sampled(9, [3, 6]), 9, 8)).toEqual([1.5, 4.5, 7.5]);
  });

  it("never takes all from one shot where there are more, however long that one is", () => {
    const moments = pickMoments(sampled(120, [100, 102]), 120, 8);
    expect(moments.filter((at) => at >= 100 && at < 102)).toHaveLength(1);
    expect(moments.filter((at) => at < 100).length).toBeGreaterThan(1);
  });

  it("spreads over a long shot, and takes one of a short one", () => {
    expect(pickMoments(sampled(80, []), 80, 4)).toEqual([10, 30, 50, 70]);
    expect(pickMoments(sampled(3, []), 3, 8)).toEqual([1.5]);
  });

  it("takes the longest shots where there are too many", () => {
    const moments = pickMoments(sampled(20, [1, 2, 10]), 20, 2);
    expect(moments).toEqual([6, 15]);
  });

  it("takes the beginning of what has one frame, or none that was seen", () => {
    expect(pickMoments([{ at: 0, difference: 0 }], 0, 8)).toEqual([0]);
    expect(pickMoments([], 0, 8)).toEqual([0]);
  });

  it("takes at most as many as asked for, in order, within the video", () => {
    const samples = fc.array(
      fc.record({
        gap: fc.double({ min: 0.1, max: 9, noNaN: true }),
        difference: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
    );
    fc.assert(
      fc.property(samples, fc.integer({ min: 1, max: 8 }), (gaps, most) => {
        const all = gaps.map(({ difference }, index) => ({
          at: gaps.slice(0, index + 1).reduce((sum, { gap }) => sum + gap, 0),
          difference,
        }));
        const at = all.at(-1)?.at ?? 0;
        const moments = pickMoments(all, at, most);
        expect(moments.length).toBeGreaterThan(0);
        expect(moments.length).toBeLessThanOrEqual(most);
        expect(moments).toEqual([...moments].sort((a, b) => a - b));
        for (const moment of moments) expect(moment).toBeLessThanOrEqual(at);
      }),
    );
  });
});
