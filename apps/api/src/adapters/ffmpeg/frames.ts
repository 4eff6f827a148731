import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Decoding, Frame, MediaFacts } from "../../ports/media-tools.ts";
import { nothingSeen } from "./media-errors.ts";
import { pickMoments } from "./pick-moments.ts";
import type { Sight } from "./pictures.ts";
import { picturesArgs, readPictures, toSight } from "./pictures.ts";
import type { RunFfmpeg } from "./run-ffmpeg.ts";
import { workDeadlineMs } from "./run-ffmpeg.ts";
import { readSamples, samplingArgs } from "./sampling.ts";

/** Frames that stand alone lie up to ten seconds apart, rarely more. */
const SAMPLE_GAP_S = 10;

/**
 * Pictures of a file that has a picture track, as `MediaTools.frames` describes them.
 * @throws AppError media_unreadable where not one frame is found, and what `run` throws
 */
export async function takeFrames(
  run: RunFfmpeg,
  { path, facts }: { readonly path: string; readonly facts: MediaFacts },
  most: number,
  { folder, signal, maxSeconds }: Decoding,
): Promise<readonly Frame[]> {
  const deadlineMs = workDeadlineMs(facts.seconds);
  const take = async (sights: readonly Sight[]) => {
    if (sights.length === 0) return [];
    const prefix = join(folder, `frame-${randomUUID()}`);
    await run(picturesArgs(path, facts, sights, prefix), signal, deadlineMs);
    return readPictures(sights, prefix);
  };
  const sampled = await run(samplingArgs(path, facts, maxSeconds), signal, deadlineMs);
  const samples = readSamples(sampled.stdout.toString("utf8"));
  const moments = pickMoments(samples, lastedUntil(facts, samples.at(-1)?.at), most);
  const sights = moments.map((at) => toSight(samples, at));
  const found = await take(sights);
  const again = await take(surely(sights, found));
  if (found.length + again.length === 0) throw nothingSeen();
  return [...found, ...again].sort((a, b) => a.at - b.at);
}

/** For sights beyond the video's end: the frames that were seen before them. The beginning, where none was found. */
function surely(sights: readonly Sight[], found: readonly Frame[]): Sight[] {
  const missed = sights.filter(({ at }) => !found.some((frame) => frame.at === at));
  const starts = [...missed.map(({ from }) => from), ...(found.length === 0 ? [0] : [])];
  return [...new Set(starts)].map((at) => ({ at, from: at }));
}

/** Headers claim any duration; what was seen to be there counts where it is much less. */
function lastedUntil({ seconds }: MediaFacts, lastSample: number | undefined): number {
  return lastSample === undefined ? seconds : Math.min(seconds, lastSample + SAMPLE_GAP_S);
}
