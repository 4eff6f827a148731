import type { Candidate } from "./decode-peaks.ts";

/** One square of `INPUT_SIDE` pixels a side: RGB, 8 bits each, row by row. */
export type SquarePixels = Uint8Array<ArrayBuffer>;

/** Pictures to look at, one after another. */
export type DetectRequest = readonly SquarePixels[];

/** What was found in each square, or why nothing could be. */
export type DetectReply =
  | { readonly found: readonly (readonly Candidate[])[] }
  | { readonly reason: string };
