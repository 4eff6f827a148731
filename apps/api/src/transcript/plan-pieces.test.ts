import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PiecesInput } from "./plan-pieces.ts";
import { planPieces } from "./plan-pieces.ts";

const MINUTE = 60;

const plan = (input: Partial<PiecesInput> & { readonly seconds: number }) =>
  planPieces({
    span: { start: 0, end: input.seconds },
    silences: [],
    bytesPerSecond: 4_000,
    maxBytes: 25_000_000,
    maxSeconds: 20 * MINUTE,
    ...input,
  });

describe("planPieces", () => {
  test("leaves whole what is small enough, to the second", () => {
    expect(plan({ seconds: 20 * MINUTE })).toEqual([{ start: 0, end: 20 * MINUTE }]);
  });

  test("plans nothing for nothing", () => {
    expect(plan({ seconds: 0 })).toEqual([]);
  });

  test("cuts 45 minutes into three of about the same length, each at a silence", () => {
    const silences = [885, 893, 1_800].map((start) => ({ start, end: start + 2 }));
    expect(plan({ seconds: 45 * MINUTE, silences })).toEqual([
      { start: 0, end: 894 },
      { start: 894, end: 1_801 },
      { start: 1_801, end: 2_700 },
    ]);
  });

  test("cuts where it has to when there is no silence", () => {
    expect(plan({ seconds: 30 * MINUTE })).toEqual([
      { start: 0, end: 900 },
      { start: 900, end: 1_800 },
    ]);
  });

  test("cuts heavy audio by its weight", () => {
    const pieces = plan({ seconds: 100, bytesPerSecond: 176_400, maxBytes: 5_000_000 });
    expect(pieces).toHaveLength(4);
  });

  test("cuts inside a silence that is longer than a piece", () => {
    const silences = [{ start: 100, end: 90 * MINUTE }];
    const pieces = plan({ seconds: 90 * MINUTE, silences });
    for (const { end } of pieces.slice(0, -1)) expect(end).toBeGreaterThan(100);
  });
});

const silencesArbitrary = fc
  .array(fc.tuple(fc.double({ min: 0.1, max: 200 }), fc.double({ min: 0.1, max: 5 })), {
    maxLength: 80,
  })
  .map((gaps) => {
    let at = 0;
    return gaps.map(([speech, silence]) => {
      const start = at + speech;
      at = start + silence;
      return { start, end: at };
    });
  });

const inputArbitrary: fc.Arbitrary<PiecesInput> = fc.record({
  span: fc.record({
    start: fc.double({ min: 0, max: 100, noNaN: true }),
    end: fc.double({ min: 101, max: 10_000, noNaN: true }),
  }),
  silences: silencesArbitrary,
  bytesPerSecond: fc.double({ min: 0, max: 100_000, noNaN: true }),
  maxBytes: fc.integer({ min: 1_000_000, max: 25_000_000 }),
  maxSeconds: fc.integer({ min: 30, max: 1_200 }),
});

describe("any plan", () => {
  test("covers every instant exactly once", () => {
    fc.assert(
      fc.property(inputArbitrary, (input) => {
        const pieces = planPieces(input);
        expect(pieces[0]?.start).toBe(input.span.start);
        expect(pieces.at(-1)?.end).toBe(input.span.end);
        for (const [index, piece] of pieces.entries()) {
          expect(piece.end).toBeGreaterThan(piece.start);
          if (index > 0) expect(piece.start).toBe(pieces[index - 1]?.end);
        }
      }),
    );
  });

  test("has no piece that is too long or too heavy", () => {
    fc.assert(
      fc.property(inputArbitrary, (input) => {
        for (const { start, end } of planPieces(input)) {
          expect(end - start).toBeLessThanOrEqual(input.maxSeconds + 1e-6);
          expect((end - start) * input.bytesPerSecond).toBeLessThanOrEqual(input.maxBytes + 1);
        }
      }),
    );
  });

  test("has at most three times the pieces that the caps alone would make", () => {
    fc.assert(
      fc.property(inputArbitrary, (input) => {
        const { span, bytesPerSecond, maxBytes, maxSeconds } = input;
        const longest = Math.min(maxSeconds, maxBytes / Math.max(1, bytesPerSecond));
        const fewest = Math.ceil((span.end - span.start) / longest);
        expect(planPieces(input).length).toBeLessThanOrEqual(3 * fewest);
      }),
    );
  });
});
