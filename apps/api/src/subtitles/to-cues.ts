import type { Transcript } from "@caption-generator/schema";
import type { Cue } from "./cue.ts";
import { groupWords } from "./group-words.ts";
import { timeCues } from "./time-cues.ts";
import { toTimedWords } from "./timed-words.ts";

/**
 * A transcript as subtitles: every word, in order, in cues that keep `RULES`. Where people speak too
 * fast for that, a cue may be read faster, and be shorter than a second if it fits with neither of its
 * neighbours; all other rules always hold.
 *
 * @param mediaSeconds how long the media is: no cue is beyond it
 */
export function toCues(
  transcript: Pick<Transcript, "segments" | "language">,
  mediaSeconds: number,
): Cue[] {
  const mediaMs = Math.floor(mediaSeconds * 1_000);
  if (mediaMs <= 0) return [];
  const words = toTimedWords(transcript, mediaMs);
  return timeCues(groupWords(words, mediaMs), mediaMs);
}
