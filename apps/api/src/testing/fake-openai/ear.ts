import { readFile } from "node:fs/promises";
import type { Recording, TimedSentence } from "../speech/recording.ts";
import type { Pcm } from "../speech/wav.ts";
import { decodeAudio } from "./decode-audio.ts";
import {
  describeStretches,
  FRAMES,
  firstAudible,
  lastAudible,
  measureLoudness,
} from "./loudness.ts";

export interface HeardSpeech {
  /** A BCP 47 tag. */
  readonly language: string;
  readonly speech: readonly TimedSentence[];
}

/** Ten seconds tell where a piece belongs. */
const PROBE_FRAMES = 10 * FRAMES;
/** How alike, from -1 to 1, two stretches of loudness are of which one is a copy, be it compressed. */
const ALIKE = 0.85;

/**
 * An ear that knows some recordings by heart. It hears which part of which one a sound is, by its
 * loudness over time and by nothing else: not by a file's name, and not by what was sent before.
 */
export async function createEar(recordings: readonly Recording[]) {
  const known = await Promise.all(
    recordings.map(async (recording) => {
      const bytes = await readFile(recording.path);
      const decoded = await decodeAudio({ name: recording.path, bytes });
      if (!decoded.ok) throw new Error(`${recording.path} cannot be decoded as audio`);
      return { recording, loudness: measureLoudness(decoded.pcm) };
    }),
  );
  return {
    hear(pcm: Pcm): HeardSpeech {
      const loudness = measureLoudness(pcm);
      for (const { recording, loudness: whole } of known) {
        const offset = findPiece(whole, loudness);
        if (offset === undefined) continue;
        const seconds = pcm.samples.length / pcm.rate;
        const speech = sliceSpeech(recording.speech, offset / FRAMES, seconds);
        return { language: recording.language ?? "en", speech };
      }
      return { language: "en", speech: describeStretches(loudness) };
    },
  };
}

export type Ear = Awaited<ReturnType<typeof createEar>>;

/** Where `piece` begins in `whole`, in frames; undefined where it is no part of it. */
function findPiece(whole: Float32Array, piece: Float32Array): number | undefined {
  const first = firstAudible(piece);
  if (first === -1) return undefined;
  // Codecs add a little silence at the end, which would not fit into the whole any more.
  const probe = piece.subarray(first, Math.min(first + PROBE_FRAMES, lastAudible(piece) + 1));
  let best = { offset: 0, likeness: -1 };
  for (let offset = 0; offset + probe.length <= whole.length + 1; offset += 1) {
    const likeness = correlate(whole.subarray(offset, offset + probe.length), probe);
    if (likeness > best.likeness) best = { offset, likeness };
  }
  return best.likeness >= ALIKE ? best.offset - first : undefined;
}

/** Pearson's correlation. */
function correlate(one: Float32Array, other: Float32Array): number {
  const count = Math.min(one.length, other.length);
  let [x, y, xx, yy, xy] = [0, 0, 0, 0, 0];
  for (let index = 0; index < count; index += 1) {
    const [a, b] = [one[index] ?? 0, other[index] ?? 0];
    x += a;
    y += b;
    xx += a * a;
    yy += b * b;
    xy += a * b;
  }
  const spread = Math.sqrt((count * xx - x * x) * (count * yy - y * y));
  return spread === 0 ? -1 : (count * xy - x * y) / spread;
}

/** The sentences that are said for the most part in the piece, in its own time. */
function sliceSpeech(
  speech: readonly TimedSentence[],
  offset: number,
  seconds: number,
): TimedSentence[] {
  const within = (at: number) => Math.min(seconds, Math.max(0, at - offset));
  return speech
    .filter(({ start, end }) => within(end) - within(start) > (end - start) / 2)
    .map(({ start, end, text }) => ({ start: within(start), end: within(end), text }));
}
