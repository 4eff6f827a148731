import { deflateSync } from "node:zlib";
import type { Span } from "../ports/span.ts";
import type { HeardSegment } from "./heard.ts";
import { lengthOf, totalLength, without } from "./spans.ts";

/**
 * Whisper's own measures of a decoding that failed, the defaults of `transcribe()` in openai/whisper
 * (`whisper/transcribe.py`); the API reference of `verbose_json` names the last two as well.
 */
const NO_SPEECH_PROB = 0.6;
const AVG_LOGPROB = -1;
const COMPRESSION_RATIO = 2.4;

/** What is said in Whisper's window of 30 s: any text compresses better the longer it is. */
const WINDOW_CHARACTERS = 600;

/** Twice what the fastest speakers reach, so that nobody who spoke is lost to an edge of a silence. */
const FASTEST_CHARACTERS_PER_SECOND = 50;

/** How many equal segments in a row are a loop: real speech seldom says a sentence three times. */
const LOOP = 3;

/**
 * Takes out what nobody said. On silence and on music Whisper writes sentences of its training data
 * ("Thanks for watching!") or repeats itself. No list of such sentences is used: people say them too.
 *
 * @param silences in order and without overlap
 */
export function dropInvented(
  segments: readonly HeardSegment[],
  silences: readonly Span[],
): HeardSegment[] {
  const said = segments.filter(
    (segment) =>
      /[\p{L}\p{N}]/u.test(segment.text) &&
      !isUnheard(segment) &&
      !repeatsItself(segment.text) &&
      !isInSilence(segment, silences),
  );
  return withoutLoops(said);
}

/** Both together, as Whisper itself has it: either alone is true of much that was said. */
function isUnheard({ noSpeechProb = 0, avgLogprob = 0 }: HeardSegment): boolean {
  return noSpeechProb > NO_SPEECH_PROB && avgLogprob < AVG_LOGPROB;
}

/**
 * Measured on the segment's own text: the ratio that the API gives is one for half a minute, and would
 * take what was said along with the loop after it.
 */
function repeatsItself(text: string): boolean {
  const parts = Math.ceil(text.length / WINDOW_CHARACTERS);
  const length = Math.ceil(text.length / parts);
  return Array.from({ length: parts }, (_, index) =>
    text.slice(index * length, (index + 1) * length),
  ).every((part) => {
    const bytes = Buffer.from(part.trim());
    return bytes.length / deflateSync(bytes).length > COMPRESSION_RATIO;
  });
}

/** Whether what can be heard of it is too short for what it says. */
function isInSilence(segment: HeardSegment, silences: readonly Span[]): boolean {
  const heard = totalLength(without(segment, silences));
  const inSilence = lengthOf(segment) - heard;
  return inSilence > 0 && heard * FASTEST_CHARACTERS_PER_SECOND < segment.text.length;
}

/** The first of a loop stays: it may have been said. */
function withoutLoops(segments: readonly HeardSegment[]): HeardSegment[] {
  const kept: HeardSegment[] = [];
  let run: HeardSegment[] = [];
  const endRun = () => {
    kept.push(...(run.length >= LOOP ? run.slice(0, 1) : run));
    run = [];
  };
  for (const segment of segments) {
    if (run[0] !== undefined && wordsIn(run[0]) !== wordsIn(segment)) endRun();
    run.push(segment);
  }
  endRun();
  return kept;
}

const wordsIn = ({ text }: HeardSegment) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
