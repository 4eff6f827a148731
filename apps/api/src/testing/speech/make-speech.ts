import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Span } from "../../ports/span.ts";
import type { AudioTrack } from "../../ports/transcriber.ts";
import type { Recording, TimedSentence } from "./recording.ts";
import { readWav, writeWav } from "./wav.ts";

const RATE = 8_000;
const CHARACTERS_PER_SECOND = 14;

export interface SpeechOptions {
  /** Where its files go; whoever made the folder removes it. */
  readonly dir: string;
  readonly sentences: readonly string[];
  /** @default a random one */
  readonly name?: string;
  readonly language?: string;
  /** Two with the same seed and sentences sound the same. @default 1 */
  readonly seed?: number;
  /** Seconds of silence before each sentence and at the end. @default from 0.6 to 1.6, by the seed */
  readonly pauseSeconds?: number;
}

export interface Speech {
  readonly track: AudioTrack;
  readonly recording: Recording;
}

/**
 * Sound with the rhythm of speech, and no words: syllables of noise with pauses between sentences. No
 * two places in it sound alike, so that who knows the whole can tell where a piece of it belongs.
 */
export async function makeSpeech(options: SpeechOptions): Promise<Speech> {
  const { dir, sentences, name = `speech-${crypto.randomUUID()}`, language = "en" } = options;
  const random = createRandom(options.seed ?? 1);
  const pause = () => options.pauseSeconds ?? 0.6 + random();
  const speech: TimedSentence[] = [];
  const silences: Span[] = [];
  const chunks: Int16Array[] = [];
  let at = 0;
  const add = (samples: Int16Array): Span => {
    const span = { start: at, end: at + samples.length / RATE };
    chunks.push(samples);
    at = span.end;
    return span;
  };
  for (const text of sentences) {
    silences.push(add(new Int16Array(Math.round(pause() * RATE))));
    speech.push({ ...add(babble(text.length / CHARACTERS_PER_SECOND, random)), text });
  }
  silences.push(add(new Int16Array(Math.round(pause() * RATE))));
  const path = join(dir, `${name}.wav`);
  await writeFile(path, writeWav({ samples: join16(chunks), rate: RATE }));
  return {
    track: await toTrack(path, { durationSeconds: at, silences }),
    recording: { path, language, speech },
  };
}

/** A WAV file as a track whose pieces are cut to the sample. */
async function toTrack(
  path: string,
  facts: Pick<AudioTrack, "durationSeconds" | "silences">,
): Promise<AudioTrack> {
  return {
    ...facts,
    path,
    bytes: (await stat(path)).size,
    async cut({ start, end }, signal) {
      signal.throwIfAborted();
      const piece = path.replace(/\.wav$/u, `-${start.toFixed(3)}-${end.toFixed(3)}.wav`);
      const whole = readWav(await readFile(path)) ?? { samples: new Int16Array(), rate: RATE };
      const samples = whole.samples.slice(Math.round(start * RATE), Math.round(end * RATE));
      await writeFile(piece, writeWav({ samples, rate: RATE }));
      return { path: piece, bytes: (await stat(piece)).size };
    },
  };
}

/** Syllables of 80 to 240 ms, each as loud as chance has it. */
function babble(seconds: number, random: () => number): Int16Array {
  const samples = new Int16Array(Math.round(seconds * RATE));
  for (let at = 0; at < samples.length; ) {
    const length = Math.round((0.08 + 0.16 * random()) * RATE);
    const loudness = 4_000 + 20_000 * random();
    for (let index = at; index < Math.min(at + length, samples.length); index += 1) {
      samples[index] = Math.round(loudness * (2 * random() - 1));
    }
    at += length;
  }
  return samples;
}

function join16(chunks: readonly Int16Array[]): Int16Array {
  const joined = new Int16Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}

/** Chance that is the same each time: a linear congruential generator (Numerical Recipes). */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
