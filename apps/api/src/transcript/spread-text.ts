import type { Span } from "../ports/span.ts";
import type { HeardSegment } from "./heard.ts";
import { lengthOf, totalLength, without } from "./spans.ts";

export interface SpreadInput {
  readonly text: string;
  /** Where in the audio the text is said. */
  readonly span: Span;
  /** In order and without overlap. */
  readonly silences: readonly Span[];
  /** A BCP 47 tag; null where nobody told. */
  readonly language: string | null;
}

/** How far, in seconds, a sentence's end is moved to meet a pause: people pause after sentences. */
const SNAP_SECONDS = 1;

/** Characters, some fifteen seconds of speech: what is longer gets several times. */
const LONGEST_SENTENCE = 200;

/**
 * Gives times to text that came without: one segment a sentence, over the time in which something can
 * be heard, each for as long as its share of the characters.
 */
export function spreadText({ text, span, silences, language }: SpreadInput): HeardSegment[] {
  const sentences = splitSentences(text, language);
  const heard = without(span, silences);
  const clock = createClock(heard.length === 0 ? [span] : heard);
  const characters = sentences.reduce((sum, sentence) => sum + sentence.length, 0);
  let said = 0;
  let from = 0;
  return sentences.map((sentence, index) => {
    said += sentence.length;
    const next = sentences[index + 1];
    const share = clock.seconds / characters;
    // Not past where the next one ends: it, too, is said in some time.
    const before = (said + (next?.length ?? 0)) * share;
    const to =
      next === undefined ? clock.seconds : clock.snap(said * share, { after: from, before });
    const segment = { start: clock.startAt(from), end: clock.endAt(to), text: sentence };
    from = to;
    return segment;
  });
}

function splitSentences(text: string, language: string | null): string[] {
  const segmenter = new Intl.Segmenter(language ?? undefined, { granularity: "sentence" });
  const sentences = [...segmenter.segment(text.replace(/\s+/gu, " "))];
  return sentences
    .flatMap(({ segment }) => cutLong(segment, language))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}

/** Some models write minutes of speech without a full stop. */
function cutLong(sentence: string, language: string | null): string[] {
  if (sentence.length <= LONGEST_SENTENCE) return [sentence];
  const segmenter = new Intl.Segmenter(language ?? undefined, { granularity: "word" });
  const parts: string[] = [];
  let part = "";
  for (const { segment, isWordLike } of segmenter.segment(sentence)) {
    if (isWordLike && part.length + segment.length > LONGEST_SENTENCE) {
      parts.push(part);
      part = "";
    }
    part += segment;
  }
  return [...parts, part];
}

/** A clock that stands still in silences: it turns seconds of sound into instants. */
function createClock(heard: readonly Span[]) {
  const seconds = totalLength(heard);
  const ends: number[] = [];
  for (const span of heard) ends.push((ends.at(-1) ?? 0) + lengthOf(span));

  function toInstant(at: number, index: number): number {
    const span = heard[Math.min(index, heard.length - 1)] ?? { start: 0, end: 0 };
    const before = ends[index - 1] ?? 0;
    return Math.min(span.end, span.start + Math.max(0, at - before));
  }

  return {
    seconds,
    /** At a pause, the end of the pause. */
    startAt: (at: number) => toInstant(at, countUpTo(ends, at)),
    /** At a pause, its beginning. */
    endAt: (at: number) => toInstant(at, countBelow(ends, at)),
    /** The pause that is nearest to `at`, if one is near and between the two; else `at`. */
    snap(at: number, { after, before }: { after: number; before: number }): number {
      const near = ends.filter(
        (end) => Math.abs(end - at) <= SNAP_SECONDS && end > after && end < before,
      );
      return near.toSorted((one, other) => Math.abs(one - at) - Math.abs(other - at))[0] ?? at;
    },
  };
}

const countUpTo = (ends: readonly number[], at: number) => ends.filter((end) => end <= at).length;
const countBelow = (ends: readonly number[], at: number) => ends.filter((end) => end < at).length;
