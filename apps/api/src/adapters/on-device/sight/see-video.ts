import type { VideoFrame } from "../../../ports/caption-model.ts";
import type { Detector } from "../detector/detector.ts";
import { mergeSights } from "./merge-sights.ts";
import { see } from "./see.ts";
import type { Sight } from "./sight.ts";

/** Looks at the pictures of a video, one after the other: the detector takes one at a time. */
export async function seeVideo(
  detector: Detector,
  frames: readonly VideoFrame[],
  signal: AbortSignal,
): Promise<Sight> {
  const sights: Sight[] = [];
  for (const { image } of frames) sights.push(await see(detector, image, signal));
  return mergeSights(sights);
}
