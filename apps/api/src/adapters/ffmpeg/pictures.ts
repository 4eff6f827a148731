import { readFile } from "node:fs/promises";
import type { Frame, MediaFacts } from "../../ports/media-tools.ts";
import { inputArgs, QUIET } from "./input-args.ts";
import type { Sample } from "./pick-moments.ts";

/** The longer side of the pictures, in pixels: eight of them go to a model at low resolution. */
const FRAME_SIDE = 768;
/** ffmpeg prints six digits of a time: after ten hours these are tenths of a second. */
const PRINTED_TO_S = 0.05;

/**
 * As exact as a moment within a shot has to be. A frame is repeated at each step until the next one comes, which
 * may be hours: many steps take long.
 */
const STEPS_A_SECOND = 10;

/** Where a picture is sought, in seconds from the beginning. */
export interface Sight {
  /** What is shown at this moment is the picture. */
  readonly at: number;
  /** When a frame is known to be there: that moment, or before it. */
  readonly from: number;
}

/** @param samples in order of time */
export function toSight(samples: readonly Sample[], at: number): Sight {
  const before = samples.findLast((sample) => sample.at <= at);
  return { at, from: before?.at ?? 0 };
}

/** Writes one JPEG for each sight where a frame is found, all in one run: each is sought on its own. */
export function picturesArgs(
  path: string,
  { type }: MediaFacts,
  sights: readonly Sight[],
  prefix: string,
): string[] {
  return [
    ...QUIET,
    "-y",
    "-v",
    "error",
    ...sights.flatMap((sight) => ["-ss", startOf(sight).toFixed(3), ...inputArgs(path, type)]),
    ...sights.flatMap((sight, index) => [
      "-map",
      `${index}:V:0`,
      "-vf",
      filtersFor(sight),
      "-frames:v",
      "1",
      "-q:v",
      "4",
      "-f",
      "image2",
      "-update",
      "1",
      pictureFile(prefix, index),
    ]),
  ];
}

const startOf = ({ from }: Sight): number => Math.max(0, from - PRINTED_TO_S);

function filtersFor(sight: Sight): string {
  const size = `scale=w='min(${FRAME_SIDE},iw)':h='min(${FRAME_SIDE},ih)':force_original_aspect_ratio=decrease:flags=bilinear`;
  const filters = [size, "format=yuvj420p"];
  if (sight.at <= sight.from) return filters.join(",");
  // Sought at the moment itself, ffmpeg gives the frame after it: another slide, or none after the last one.
  const after = (sight.at - startOf(sight)).toFixed(3);
  return [`fps=${STEPS_A_SECOND}:start_time=${after}`, "trim=end_frame=1", ...filters].join(",");
}

const pictureFile = (prefix: string, index: number): string => `${prefix}-${index}.jpg`;

/** Reads what was written; where the video ends before a sight, there is no picture. */
export async function readPictures(sights: readonly Sight[], prefix: string): Promise<Frame[]> {
  const frames = await Promise.all(
    sights.map(async ({ at }, index) => {
      const bytes = await readFile(pictureFile(prefix, index)).catch(() => undefined);
      return bytes === undefined || bytes.length === 0
        ? []
        : [{ at, bytes: new Uint8Array(bytes) }];
    }),
  );
  return frames.flat();
}
