/** What is on the screen at once. */
export interface Cue {
  /** Milliseconds from the start of the media. */
  readonly startMs: number;
  /** Milliseconds from the start of the media; after `startMs`. */
  readonly endMs: number;
  /** One or two. */
  readonly lines: readonly string[];
}

/**
 * What subtitlers hold themselves to: lines, columns and duration as in Netflix's Timed Text Style
 * Guide (General Requirements), reading speed as in its guide for adults' programmes before 2021.
 * Chinese, Japanese and Korean characters count as two, which leaves them the 16 to 21 a line and the
 * 9 a second that the guides for these languages have.
 */
export const RULES = {
  lines: 2,
  columns: 42,
  columnsPerSecond: 17,
  shortestMs: 1_000,
  longestMs: 7_000,
} as const;
