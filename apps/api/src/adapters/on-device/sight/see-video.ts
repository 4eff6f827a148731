import type { VideoFrame } from "../../../ports/caption-model.ts";
import type { Detector } from "../detector/detector.ts";
import type { SightAt } from "./key-moments.ts";
import { see } from "./see.ts";

/**
 * Looks at the pictures of a video, one after the other: the detector takes one at a time.
 * @returns what was seen in each, in their order
 */
export async function seeVideo(
  detector: Detector,
  frames: readonly VideoFrame[],
  signal: AbortSignal,
): Promise<SightAt[]> {
  const seen: SightAt[] = [];
  for (const { at, image } of frames) {
    seen.push({ at, sight: await see(detector, image, signal) });
  }
  return seen;
}
