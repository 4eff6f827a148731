import type { Span } from "../ports/span.ts";

/** What a model heard in a stretch of audio, with what it thinks of its own words where it tells. */
export interface HeardSegment extends Span {
  readonly text: string;
  /** How likely it is that nobody speaks, from 0 to 1. */
  readonly noSpeechProb?: number | undefined;
  /** The average natural logarithm of its tokens' probabilities: 0 is certain. */
  readonly avgLogprob?: number | undefined;
}

/** What a model heard in one piece of the audio. */
export interface HeardPiece {
  /** Where the piece lies in the whole, in seconds. */
  readonly span: Span;
  /** A BCP 47 tag; null where nobody told. */
  readonly language: string | null;
  readonly text: string;
  /** In seconds from the start of the piece; empty where the model answers with text alone. */
  readonly segments: readonly HeardSegment[];
}
