/** A sentence and when it is said, in seconds from the start. */
export interface TimedSentence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A sound file, and what somebody who understands it hears in it. */
export interface Recording {
  readonly path: string;
  /** A BCP 47 tag. @default en */
  readonly language?: string;
  readonly speech: readonly TimedSentence[];
}
