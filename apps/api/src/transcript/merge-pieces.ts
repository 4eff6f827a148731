import type { Span } from "../ports/span.ts";
import type { HeardPiece, HeardSegment } from "./heard.ts";
import { lengthOf } from "./spans.ts";
import { spreadText } from "./spread-text.ts";

/**
 * What was heard in all pieces, in order, in seconds of the whole. Segments neither overlap nor leave
 * their piece; a piece with text alone gets its times from where sound and silence are.
 *
 * @param pieces in the order of the audio
 */
export function mergePieces(
  pieces: readonly HeardPiece[],
  silences: readonly Span[],
): HeardSegment[] {
  return endBeforeNext(pieces.flatMap((piece) => placePiece(piece, silences)));
}

/** The language that is spoken for the longest time; null where no piece tells. */
export function agreeOnLanguage(pieces: readonly HeardPiece[]): string | null {
  const seconds = new Map<string, number>();
  for (const { language, span } of pieces) {
    if (language === null) continue;
    seconds.set(language, (seconds.get(language) ?? 0) + lengthOf(span));
  }
  const [longest] = [...seconds].toSorted(([, one], [, other]) => other - one);
  return longest?.[0] ?? null;
}

function placePiece(piece: HeardPiece, silences: readonly Span[]): HeardSegment[] {
  const { span, segments, text, language } = piece;
  if (segments.length === 0) return spreadText({ text, span, silences, language });
  const place = (at: number) => Math.min(span.end, span.start + Math.max(0, at));
  const placed = segments.map((segment) => {
    const start = place(segment.start);
    return {
      ...segment,
      text: tidy(segment.text),
      start,
      end: Math.max(start, place(segment.end)),
    };
  });
  return placed
    .filter((segment) => segment.text !== "")
    .toSorted((one, other) => one.start - other.start);
}

const tidy = (text: string) => text.replace(/\s+/gu, " ").trim();

/** Whisper's segments overlap now and then. */
function endBeforeNext(segments: readonly HeardSegment[]): HeardSegment[] {
  return segments.map((segment, index) => {
    const next = segments[index + 1];
    return next === undefined ? segment : { ...segment, end: Math.min(segment.end, next.start) };
  });
}
