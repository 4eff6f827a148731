import type { TimedSentence } from "../speech/recording.ts";
import type { Pcm } from "../speech/wav.ts";

/** Measurements in a second. */
export const FRAMES = 50;

/** Of the loudest a sample can be: -40 dB. */
const AUDIBLE = 0.01 * 32_768;
/** Frames of quiet that do not end a stretch of sound. */
const BREATH = 0.3 * FRAMES;

/** How loud each 20 ms are. */
export function measureLoudness({ samples, rate }: Pcm): Float32Array {
  const size = rate / FRAMES;
  const loudness = new Float32Array(Math.floor(samples.length / size));
  for (let frame = 0; frame < loudness.length; frame += 1) {
    const from = Math.round(frame * size);
    const to = Math.round((frame + 1) * size);
    let sum = 0;
    for (let index = from; index < to; index += 1) sum += (samples[index] ?? 0) ** 2;
    loudness[frame] = Math.sqrt(sum / (to - from));
  }
  return loudness;
}

/** What can be told of sound without understanding it: when there is some. */
export function describeStretches(loudness: Float32Array): TimedSentence[] {
  const stretches: { start: number; end: number }[] = [];
  for (const [frame, loud] of loudness.entries()) {
    if (loud < AUDIBLE) continue;
    const last = stretches.at(-1);
    if (last !== undefined && frame - last.end <= BREATH) last.end = frame + 1;
    else stretches.push({ start: frame, end: frame + 1 });
  }
  return stretches.map((stretch) => {
    const [start, end] = [stretch.start / FRAMES, stretch.end / FRAMES];
    return { start, end, text: `Something is said from ${start} to ${end} seconds.` };
  });
}

export const lastAudible = (loudness: Float32Array) =>
  loudness.findLastIndex((loud) => loud >= AUDIBLE);

export const firstAudible = (loudness: Float32Array) =>
  loudness.findIndex((loud) => loud >= AUDIBLE);
