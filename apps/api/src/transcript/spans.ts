import type { Span } from "../ports/span.ts";

export const lengthOf = ({ start, end }: Span): number => end - start;

/** What two stretches have in common; undefined where that is nothing, or a single instant. */
export function intersect(one: Span, other: Span): Span | undefined {
  const start = Math.max(one.start, other.start);
  const end = Math.min(one.end, other.end);
  return start < end ? { start, end } : undefined;
}

/** The parts of `span` that lie in none of `holes`, which are in order and do not overlap. */
export function without(span: Span, holes: readonly Span[]): Span[] {
  const parts: Span[] = [];
  let { start } = span;
  for (const hole of holes) {
    const inside = intersect(span, hole);
    if (inside === undefined) continue;
    if (inside.start > start) parts.push({ start, end: inside.start });
    start = inside.end;
  }
  if (span.end > start) parts.push({ start, end: span.end });
  return parts;
}

export function totalLength(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + lengthOf(span), 0);
}
