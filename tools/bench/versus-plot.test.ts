import { describe, expect, it } from "vitest";
import { drawVersus } from "./versus-plot.ts";

const figures = (perSecond: number) => ({ perSecond, median: 1_050, p99: 64_000 / perSecond });
const rounds = [
  { ours: figures(30), theirs: figures(4) },
  { ours: figures(40), theirs: figures(5) },
  { ours: figures(20), theirs: figures(3) },
];

/** The heights of the bars of one side, in the order in which they are drawn. */
const heights = (svg: string, side: string) =>
  [...svg.matchAll(new RegExp(`<rect class="${side}"[^>]* height="([\\d.]+)"`, "gu"))].map(
    ([, h]) => Number(h),
  );

describe("drawVersus", () => {
  const svg = drawVersus(rounds);

  it("has a pair of bars for each round and for their median, as high as the figures are", () => {
    const [first = 0, second = 0, third = 0, middle] = heights(svg, "ours");
    expect(first / second).toBeCloseTo(30 / 40, 2);
    expect(third / second).toBeCloseTo(20 / 40, 2);
    expect(middle).toBe(first);
    expect((heights(svg, "theirs")[1] ?? 0) / second).toBeCloseTo(5 / 40, 2);
  });

  it("writes each figure on its bar, and the medians in its title", () => {
    for (const text of ["30.0", "5.00", "round 3", "median", "p50", "p99", "1.05"]) {
      expect(svg).toContain(`>${text}<`);
    }
    expect(svg).toContain("caption-generator 30.0, Flask 4.0.");
  });

  it("has colours for dark pages, too", () => {
    expect(svg).toContain("@media (prefers-color-scheme: dark)");
  });
});
