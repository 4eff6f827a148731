import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Frame, MediaFacts } from "../../ports/media-tools.ts";
import { inputArgs, QUIET } from "./input-args.ts";
import type { Sample } from "./pick-moments.ts";

/** Up to here every frame is decoded to find the cuts; beyond, only those that stand alone are. */
const LOOK_AT_ALL_S = 180;
/** Samples a second where all are decoded: shots shorter than this are not worth a picture. */
const SAMPLES_A_SECOND = 3;
/** The longer side of the pictures, in pixels: eight of them go to a model at low resolution. */
const FRAME_SIDE = 768;

/** Prints for each sample when it is shown and how much it differs from the one before. */
export function samplingArgs(path: string, { type, seconds }: MediaFacts): string[] {
  const all = seconds <= LOOK_AT_ALL_S;
  const filters = [
    ...(all ? [`fps=${SAMPLES_A_SECOND}:round=down`] : []),
    "scale=160:-2:flags=fast_bilinear",
    "select='gte(scene,0)'",
    "metadata=mode=print:file=-",
  ];
  return [
    ...QUIET,
    "-v",
    "error",
    ...(all ? [] : ["-skip_frame", "nokey"]),
    ...inputArgs(path, type),
    "-an",
    "-sn",
    "-dn",
    "-map",
    "0:V:0",
    "-vf",
    filters.join(","),
    "-f",
    "null",
    "-",
  ];
}

export function readSamples(printed: string): Sample[] {
  const found = printed.matchAll(/pts_time:(-?[\d.]+)\s+lavfi\.scene_score=([\d.]+)/gu);
  return Array.from(found, ([, at, difference]) => ({
    at: Math.max(0, Number(at)),
    difference: Number(difference),
  }));
}

/** Writes one JPEG for each moment, all in one run: each is sought on its own. */
export function picturesArgs(
  path: string,
  { type }: MediaFacts,
  moments: readonly number[],
  folder: string,
): string[] {
  const size = `scale=w='min(${FRAME_SIDE},iw)':h='min(${FRAME_SIDE},ih)':force_original_aspect_ratio=decrease:flags=bilinear`;
  return [
    ...QUIET,
    "-y",
    "-v",
    "error",
    ...moments.flatMap((at) => ["-ss", at.toFixed(3), ...inputArgs(path, type)]),
    ...moments.flatMap((_, index) => [
      "-map",
      `${index}:V:0`,
      "-vf",
      `${size},format=yuvj420p`,
      "-frames:v",
      "1",
      "-q:v",
      "4",
      "-f",
      "image2",
      "-update",
      "1",
      pictureFile(folder, index),
    ]),
  ];
}

const pictureFile = (folder: string, index: number): string => join(folder, `frame-${index}.jpg`);

/** Reads what was written; a moment past the last frame has no picture. */
export async function readPictures(moments: readonly number[], folder: string): Promise<Frame[]> {
  const frames = await Promise.all(
    moments.map(async (at, index) => {
      const bytes = await readFile(pictureFile(folder, index)).catch(() => undefined);
      return bytes === undefined || bytes.length === 0
        ? []
        : [{ at, bytes: new Uint8Array(bytes) }];
    }),
  );
  return frames.flat();
}
