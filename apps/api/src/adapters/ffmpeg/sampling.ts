import type { MediaFacts } from "../../ports/media-tools.ts";
import { inputArgs, noLongerThan, QUIET } from "./input-args.ts";
import type { Sample } from "./pick-moments.ts";

/** Up to here every frame is decoded to find the cuts; beyond, only those that stand alone are. */
const LOOK_AT_ALL_S = 180;
/** From one sample to the next, in seconds: shots shorter than this are not worth a picture. */
const SAMPLE_STEP_S = 0.33;

/**
 * Prints for each sample when it is shown and how much it differs from the one before. Samples are frames of
 * the video, at their own times: none is repeated where the next one is long in coming.
 * @param maxSeconds as for `MediaTools.frames`
 */
export function samplingArgs(
  path: string,
  { type, seconds }: MediaFacts,
  maxSeconds: number,
): string[] {
  const all = seconds <= LOOK_AT_ALL_S;
  const filters = [
    `select='isnan(prev_selected_t)+gte(t-prev_selected_t,${SAMPLE_STEP_S})'`,
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
    ...noLongerThan(maxSeconds),
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
