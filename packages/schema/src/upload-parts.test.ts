import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PARTS, partRange, partUrlsRequestSchema, planParts } from "./upload-parts.ts";

const GIBIBYTE = 1024 ** 3;

describe("planParts", () => {
  it("cuts a file into parts of 8 MiB", () => {
    expect(planParts(300_000_000)).toEqual({ bytes: PARTS.bytes, count: 36 });
  });

  it("goes on with the parts that an upload has begun with", () => {
    expect(planParts(100, 30)).toEqual({ bytes: 30, count: 4 });
  });

  it("keeps what S3 asks of the size and number of parts, and covers every byte once", () => {
    const sizes = fc.integer({ min: PARTS.above + 1, max: 4_000 * GIBIBYTE });
    fc.assert(
      fc.property(sizes, (total) => {
        const plan = planParts(total);
        expect(plan.bytes).toBeGreaterThanOrEqual(5 * 1024 ** 2);
        expect(plan.count).toBeLessThanOrEqual(PARTS.most);
        expect(partRange(total, plan, 1).start).toBe(0);
        const last = partRange(total, plan, plan.count);
        expect(last.end).toBe(total);
        expect(last.end).toBeGreaterThan(last.start);
        expect(last.start).toBe(partRange(total, plan, plan.count - 1).end);
      }),
    );
  });
});

describe("partUrlsRequestSchema", () => {
  it.each([[[]], [[0]], [[1.5]], [[2, 2]], [Array.from({ length: 101 }, (_, n) => n + 1)]])(
    "refuses %j",
    (numbers) => {
      expect(partUrlsRequestSchema.safeParse({ numbers }).success).toBe(false);
    },
  );
});
