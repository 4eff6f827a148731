import type { Box } from "./geometry.ts";

/** What the model's last layers say, for a square of `GRID` by `GRID` cells, row by row. */
export interface ModelOutput {
  /** How much each cell looks like the centre of each class: `GRID * GRID * CLASSES` values. */
  readonly heat: ArrayLike<number>;
  /** How far the box reaches left, up, right and down from each cell, in pixels of the input. */
  readonly reach: ArrayLike<number>;
}

/** One peak of the heat map. The box is in fractions of the model's square input. */
export interface Candidate {
  readonly classIndex: number;
  readonly score: number;
  readonly box: Box;
}

/** The model's input is a square of this many pixels. */
export const INPUT_SIDE = 512;
export const GRID = 128;
export const CLASSES = 80;

const CELL = INPUT_SIDE / GRID;

/**
 * The peaks of at least `minScore`: cells that no neighbour beats in their own class. The model's
 * own graph ends in the same step, but keeps a hundred peaks and needs kernels that the WASM
 * backend has not.
 */
export function decodePeaks({ heat, reach }: ModelOutput, minScore: number): Candidate[] {
  const found: Candidate[] = [];
  for (let index = 0; index < GRID * GRID * CLASSES; index += 1) {
    const score = heat[index] ?? 0;
    if (score < minScore || !isPeak(heat, index, score)) continue;
    const cell = Math.floor(index / CLASSES);
    found.push({ classIndex: index % CLASSES, score, box: boxAt(reach, cell) });
  }
  return found;
}

function isPeak(heat: ArrayLike<number>, index: number, score: number): boolean {
  const classIndex = index % CLASSES;
  const cell = Math.floor(index / CLASSES);
  const column = cell % GRID;
  const row = Math.floor(cell / GRID);
  for (let y = Math.max(0, row - 1); y <= Math.min(GRID - 1, row + 1); y += 1) {
    for (let x = Math.max(0, column - 1); x <= Math.min(GRID - 1, column + 1); x += 1) {
      if ((heat[(y * GRID + x) * CLASSES + classIndex] ?? 0) > score) return false;
    }
  }
  return true;
}

function boxAt(reach: ArrayLike<number>, cell: number): Box {
  const [left, up, right, down] = [0, 1, 2, 3].map((side) => reach[cell * 4 + side] ?? 0);
  return {
    x: ((cell % GRID) * CELL - (left ?? 0)) / INPUT_SIDE,
    y: (Math.floor(cell / GRID) * CELL - (up ?? 0)) / INPUT_SIDE,
    width: ((left ?? 0) + (right ?? 0)) / INPUT_SIDE,
    height: ((up ?? 0) + (down ?? 0)) / INPUT_SIDE,
  };
}
