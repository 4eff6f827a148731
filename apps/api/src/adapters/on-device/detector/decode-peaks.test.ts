import { describe, expect, it } from "vitest";
import { CLASSES, decodePeaks, GRID } from "./decode-peaks.ts";

interface Spot {
  readonly column: number;
  readonly row: number;
  readonly classIndex: number;
  readonly score: number;
}

function outputWith(spots: readonly Spot[], reach = [8, 16, 24, 32]) {
  const heat = new Float32Array(GRID * GRID * CLASSES);
  for (const { column, row, classIndex, score } of spots) {
    heat[(row * GRID + column) * CLASSES + classIndex] = score;
  }
  const reaches = Float32Array.from({ length: GRID * GRID * 4 }, (_, i) => reach[i % 4] ?? 0);
  return { heat, reach: reaches };
}

describe("decodePeaks", () => {
  it("gives a peak's class, score and box in fractions of the input", () => {
    const output = outputWith([{ column: 64, row: 32, classIndex: 16, score: 0.5 }]);
    expect(decodePeaks(output, 0.1)).toEqual([
      {
        classIndex: 16,
        score: 0.5,
        box: { x: 248 / 512, y: 112 / 512, width: 32 / 512, height: 48 / 512 },
      },
    ]);
  });

  it("leaves out what a neighbour of the same class beats", () => {
    const output = outputWith([
      { column: 10, row: 10, classIndex: 3, score: 0.4 },
      { column: 11, row: 11, classIndex: 3, score: 0.6 },
      { column: 10, row: 10, classIndex: 4, score: 0.3 },
    ]);
    expect(decodePeaks(output, 0.1).map(({ classIndex }) => classIndex)).toEqual([4, 3]);
  });

  it("leaves out what is below the least score", () => {
    const output = outputWith([{ column: 10, row: 10, classIndex: 3, score: 0.2 }]);
    expect(decodePeaks(output, 0.25)).toEqual([]);
  });

  it("finds peaks in the corners", () => {
    const output = outputWith([
      { column: 0, row: 0, classIndex: 0, score: 0.5 },
      { column: GRID - 1, row: GRID - 1, classIndex: CLASSES - 1, score: 0.5 },
    ]);
    expect(decodePeaks(output, 0.1)).toHaveLength(2);
  });
});
