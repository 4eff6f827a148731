import type { Sharp } from "sharp";
import sharp from "sharp";
import { INPUT_SIDE } from "./decode-peaks.ts";
import type { Box } from "./geometry.ts";
import type { SquarePixels } from "./messages.ts";

/** RGB, 8 bits each, row by row. */
export interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A picture made square for the model, and the way back from the square to the picture. */
export interface View {
  readonly square: SquarePixels;
  readonly toPicture: (box: Box) => Box;
}

const GREY = { r: 127, g: 127, b: 127 };

/**
 * Two ways to make one picture square: as it is, with grey beside it; and stretched and mirrored.
 * What the model sees in both is there; what it sees in one only is often something else.
 *
 * @param pixels a picture of at most `INPUT_SIDE` on its longer side.
 */
export function makeViews(pixels: Pixels): Promise<View[]> {
  return Promise.all([letterbox(pixels), stretchMirrored(pixels)]);
}

async function letterbox(pixels: Pixels): Promise<View> {
  const left = Math.floor((INPUT_SIDE - pixels.width) / 2);
  const top = Math.floor((INPUT_SIDE - pixels.height) / 2);
  const padded = open(pixels).extend({
    left,
    top,
    right: INPUT_SIDE - pixels.width - left,
    bottom: INPUT_SIDE - pixels.height - top,
    background: GREY,
  });
  return {
    square: await read(padded),
    toPicture: ({ x, y, width, height }) => ({
      x: (x * INPUT_SIDE - left) / pixels.width,
      y: (y * INPUT_SIDE - top) / pixels.height,
      width: (width * INPUT_SIDE) / pixels.width,
      height: (height * INPUT_SIDE) / pixels.height,
    }),
  };
}

async function stretchMirrored(pixels: Pixels): Promise<View> {
  const stretched = open(pixels).resize(INPUT_SIDE, INPUT_SIDE, { fit: "fill" }).flop();
  return {
    square: await read(stretched),
    toPicture: (box) => ({ ...box, x: 1 - box.x - box.width }),
  };
}

function open({ data, width, height }: Pixels) {
  return sharp(data, { raw: { width, height, channels: 3 } });
}

async function read(picture: Sharp): Promise<SquarePixels> {
  const bytes = await picture.raw().toBuffer();
  // A copy of its own, for sharp may lend a slice of a pool that must not change hands.
  return new Uint8Array(bytes);
}
