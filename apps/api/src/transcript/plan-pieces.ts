import type { Span } from "../ports/span.ts";
import { intersect } from "./spans.ts";

export interface PiecesInput {
  readonly span: Span;
  /** In order and without overlap. */
  readonly silences: readonly Span[];
  /** What a second of the audio weighs, in bytes, on average. */
  readonly bytesPerSecond: number;
  /** The most a piece may weigh, in bytes. */
  readonly maxBytes: number;
  /** The longest a piece may be, in seconds. */
  readonly maxSeconds: number;
}

/** Pieces are planned this much below the most they may be, so that there is room to find a silence. */
const ROOM = 0.9;

/**
 * Where to cut audio: into as few pieces as the caps allow, of about the same length, each ending in
 * the silence nearest to where it would ideally end. Without a silence in reach it ends right there.
 *
 * @returns spans that follow each other without a gap, from the start of `span` to its end
 */
export function planPieces(input: PiecesInput): Span[] {
  const { span, silences } = input;
  const longest = longestPiece(input);
  const pieces: Span[] = [];
  let { start } = span;
  while (span.end - start > longest) {
    const left = span.end - start;
    const ideal = start + left / Math.ceil(left / (longest * ROOM));
    const reach = { start: start + (ideal - start) / 2, end: start + longest };
    const end = nearestSilence(silences, reach, ideal) ?? ideal;
    pieces.push({ start, end });
    start = end;
  }
  if (span.end > start) pieces.push({ start, end: span.end });
  return pieces;
}

function longestPiece({ bytesPerSecond, maxBytes, maxSeconds }: PiecesInput): number {
  return bytesPerSecond > 0 ? Math.min(maxSeconds, maxBytes / bytesPerSecond) : maxSeconds;
}

/** The instant in a silence that is as near to `ideal` as the middle of one can be. */
function nearestSilence(silences: readonly Span[], reach: Span, ideal: number): number | undefined {
  let nearest: number | undefined;
  for (const silence of silences) {
    const inReach = intersect(silence, reach);
    if (inReach === undefined) continue;
    const middle = (inReach.start + inReach.end) / 2;
    const better = nearest === undefined || Math.abs(middle - ideal) < Math.abs(nearest - ideal);
    if (better) nearest = middle;
  }
  return nearest;
}
