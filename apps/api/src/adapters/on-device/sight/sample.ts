import type { Pixels } from "../detector/views.ts";
import type { Lab } from "./colours.ts";
import { toLab } from "./colours.ts";

/** A picture as a coarse raster of colours, row by row: enough for light, colour and balance. */
export interface Raster {
  readonly columns: number;
  readonly rows: number;
  readonly cells: readonly Lab[];
}

/** About how many cells a raster has on its longer side. */
const LONGER_SIDE = 64;

/** Averages the pixels of a picture cell by cell. */
export function sample({ data, width, height }: Pixels): Raster {
  const cell = Math.max(1, Math.max(width, height) / LONGER_SIDE);
  const columns = Math.max(1, Math.round(width / cell));
  const rows = Math.max(1, Math.round(height / cell));
  const cells = Array.from({ length: columns * rows }, (_, index) => {
    const column = index % columns;
    const row = Math.floor(index / columns);
    const xs = range((column * width) / columns, ((column + 1) * width) / columns);
    const ys = range((row * height) / rows, ((row + 1) * height) / rows);
    return average(data, width, xs, ys);
  });
  return { columns, rows, cells };
}

type Span = readonly [from: number, to: number];

function range(from: number, to: number): Span {
  const first = Math.floor(from);
  return [first, Math.max(first + 1, Math.floor(to))];
}

function average(data: Uint8Array, width: number, [left, right]: Span, [top, bottom]: Span): Lab {
  let [red, green, blue] = [0, 0, 0];
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const at = (y * width + x) * 3;
      red += data[at] ?? 0;
      green += data[at + 1] ?? 0;
      blue += data[at + 2] ?? 0;
    }
  }
  const count = (right - left) * (bottom - top);
  return toLab(red / count, green / count, blue / count);
}
