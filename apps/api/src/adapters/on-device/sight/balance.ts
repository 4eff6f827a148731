import type { Raster } from "./sample.ts";
import type { Side, Sight } from "./sight.ts";
import { SIDES } from "./sight.ts";

type Place = Side | "middle";

/** How much lighter than the whole picture a part must be for the light to gather there. */
const LIGHTER = 0.1;
/** An empty third has less than this part of the detail that the rest has. */
const EMPTY = 0.3;
/** With less detail than this anywhere, there is nothing for a side to be emptier than. */
const LEAST_DETAIL = 0.012;

/** Where the light of a picture gathers; null where it is spread evenly. */
export function findBrightest(raster: Raster): Sight["brightest"] {
  const whole = average(raster, lightnessAt, () => true);
  const places: readonly Place[] = ["top", "bottom", "left", "right", "middle"];
  const [lightest] = places
    .map((place) => ({
      place,
      gain: average(raster, lightnessAt, (x, y) => isAt(place, x, y)) - whole,
    }))
    .sort((a, b) => b.gain - a.gain);
  return lightest !== undefined && lightest.gain >= LIGHTER ? lightest.place : null;
}

/** The side where next to nothing is to be seen; null where there is none. */
export function findEmptySide(raster: Raster): Sight["empty"] {
  const [emptiest] = SIDES.map((side) => {
    const inside = average(raster, detailAt, (x, y) => isAt(side, x, y));
    const outside = average(raster, detailAt, (x, y) => !isAt(side, x, y));
    return { side, rest: outside, ratio: inside / Math.max(outside, Number.EPSILON) };
  }).sort((a, b) => a.ratio - b.ratio);
  if (emptiest === undefined || emptiest.rest < LEAST_DETAIL) return null;
  return emptiest.ratio < EMPTY ? emptiest.side : null;
}

/** @param x, y fractions of the picture's width and height. */
function isAt(place: Place, x: number, y: number): boolean {
  switch (place) {
    case "top":
      return y < 1 / 3;
    case "bottom":
      return y > 2 / 3;
    case "left":
      return x < 1 / 3;
    case "right":
      return x > 2 / 3;
    case "middle":
      return x >= 1 / 3 && x <= 2 / 3 && y >= 1 / 3 && y <= 2 / 3;
  }
}

function average(
  raster: Raster,
  valueAt: (raster: Raster, column: number, row: number) => number,
  counts: (x: number, y: number) => boolean,
): number {
  let [sum, cells] = [0, 0];
  for (let row = 0; row < raster.rows; row += 1) {
    for (let column = 0; column < raster.columns; column += 1) {
      if (!counts((column + 0.5) / raster.columns, (row + 0.5) / raster.rows)) continue;
      sum += valueAt(raster, column, row);
      cells += 1;
    }
  }
  return cells === 0 ? 0 : sum / cells;
}

function lightnessAt({ cells, columns }: Raster, column: number, row: number): number {
  return cells[row * columns + column]?.lightness ?? 0;
}

/** How much a cell differs from those to its right and below it. */
function detailAt(raster: Raster, column: number, row: number): number {
  const here = lightnessAt(raster, column, row);
  const right = lightnessAt(raster, Math.min(column + 1, raster.columns - 1), row);
  const below = lightnessAt(raster, column, Math.min(row + 1, raster.rows - 1));
  return Math.abs(here - right) + Math.abs(here - below);
}
