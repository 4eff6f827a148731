import sharp from "sharp";
import { expect, it } from "vitest";
import { INPUT_SIDE } from "./decode-peaks.ts";
import { readPixels } from "./read-pixels.ts";
import { makeViews } from "./views.ts";

/** A black picture whose left tenth is white. */
async function striped(width: number, height: number) {
  const bytes = await sharp({ create: { width, height, channels: 3, background: "black" } })
    .composite([
      {
        input: {
          create: { width: width / 10, height, channels: 3, background: "white" },
        },
        left: 0,
        top: 0,
      },
    ])
    .jpeg()
    .toBuffer();
  return readPixels({ bytes });
}

const redAt = (square: Uint8Array, x: number, y: number) => square[(y * INPUT_SIDE + x) * 3] ?? -1;

it("reads a picture at the size of the model's input, small ones enlarged", async () => {
  expect(await striped(1000, 500)).toMatchObject({ width: INPUT_SIDE, height: INPUT_SIDE / 2 });
  expect(await striped(20, 40)).toMatchObject({ width: INPUT_SIDE / 2, height: INPUT_SIDE });
});

it("shows a picture once with grey above and below, and once stretched and mirrored", async () => {
  const [letterbox, mirrored] = await makeViews(await striped(1000, 500));
  expect(redAt(letterbox?.square ?? new Uint8Array(), 250, 10)).toBe(127);
  expect(redAt(letterbox?.square ?? new Uint8Array(), 10, 256)).toBeGreaterThan(200);
  expect(redAt(mirrored?.square ?? new Uint8Array(), 500, 10)).toBeGreaterThan(200);
  expect(redAt(mirrored?.square ?? new Uint8Array(), 10, 256)).toBeLessThan(50);
});

it("finds the way back from either square to the picture", async () => {
  const [letterbox, mirrored] = await makeViews(await striped(1000, 500));
  const left = { x: 0, y: 0, width: 0.1, height: 1 };
  expect(letterbox?.toPicture({ x: 0, y: 0.25, width: 0.1, height: 0.5 })).toEqual(left);
  expect(mirrored?.toPicture({ x: 0.9, y: 0, width: 0.1, height: 1 })).toEqual({
    ...left,
    x: expect.closeTo(0),
  });
});
