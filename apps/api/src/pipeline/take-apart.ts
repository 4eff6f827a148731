import { allOrNone } from "../concurrency/all-or-none.ts";
import type { Deps } from "../deps.ts";
import { goesOn } from "../media/media-problems.ts";
import type { OpenMedia } from "../media/open-media.ts";
import { toVideoFrame } from "../media/video-frame.ts";
import type { VideoFrame } from "../ports/caption-model.ts";
import type { ExtractedSound } from "../ports/media-tools.ts";

/** What a model gets to see of a video: more pictures cost more and tell little more. */
const MOST_FRAMES = 8;
/** Codecs fill their last packet up, and tracks end apart: so much more than a header says is no lie, in seconds. */
const PADDING_S = 0.5;

export interface TakenApart {
  readonly frames: readonly VideoFrame[];
  readonly sound: ExtractedSound | undefined;
  /** How long it is: what the header says, or what came out where that is more. */
  readonly seconds: number;
}

/**
 * Takes pictures and sound out of a file, side by side: each keeps one processor busy. Where one fails the other
 * has ended too, before this throws.
 * @param name for people
 * @throws AppError media_too_long where more came out than may, and what `MediaTools` throws
 */
export async function takeApart(
  { media, limits }: Pick<Deps, "media" | "limits">,
  { name, path, facts }: OpenMedia & { readonly name: string },
  { folder, signal }: { readonly folder: string; readonly signal: AbortSignal },
): Promise<TakenApart> {
  const { maxSeconds } = limits.video;
  const [frames, sound] = await allOrNone(
    [
      (stop) => media.frames(path, facts, MOST_FRAMES, { folder, signal: stop, maxSeconds }),
      (stop) => media.sound(path, facts, { folder, signal: stop, maxSeconds }),
    ],
    signal,
  );
  const heard = sound?.seconds ?? 0;
  if (heard > maxSeconds + PADDING_S) throw goesOn(name, maxSeconds);
  const seconds = Math.max(facts.seconds, heard);
  return { frames: await Promise.all(frames.map(toVideoFrame)), sound, seconds };
}
