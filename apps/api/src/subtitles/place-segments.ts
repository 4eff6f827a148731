import type { Transcript } from "@caption-generator/schema";
import { columnsOf } from "./columns.ts";
import { spaceBetween } from "./spacing.ts";

export interface TimedText {
  readonly startMs: number;
  readonly endMs: number;
  readonly text: string;
  /** How wide the text is. */
  readonly columns: number;
}

/** Faster than anybody speaks: a segment whose time is shorter than that has a wrong time. */
const FASTEST_COLUMNS_PER_MS = 0.05;

/**
 * A transcript's segments in order, apart, and within the media. One that was given less time than
 * anybody needs takes what is free around it; where nothing is, it is taken together with the next.
 */
export function placeSegments(
  segments: Transcript["segments"],
  mediaMs: number,
): readonly TimedText[] {
  const within = (seconds: number) => Math.min(mediaMs, Math.max(0, Math.round(seconds * 1_000)));
  const sorted = segments
    .map(({ start, end, text }) => ({
      startMs: within(start),
      endMs: within(end),
      text,
      columns: columnsOf(text),
    }))
    .toSorted((one, other) => one.startMs - other.startMs);
  const placed: TimedText[] = [];
  let waiting: TimedText | undefined;
  for (const [index, segment] of sorted.entries()) {
    const next = sorted[index + 1]?.startMs ?? mediaMs;
    const whole = waiting === undefined ? segment : together(waiting, segment);
    const given = giveTime(whole, placed.at(-1)?.endMs ?? 0, next);
    waiting = hasTime(given) ? undefined : given;
    if (waiting === undefined) placed.push(given);
  }
  return waiting === undefined ? placed : withLast(placed, waiting);
}

/** Ends where the next begins, or sooner; lasts long enough to be said, if there is room around it. */
function giveTime(segment: TimedText, freeFrom: number, next: number): TimedText {
  const least = leastMs(segment);
  const start = Math.max(segment.startMs, freeFrom);
  const end = Math.max(start, Math.min(next, Math.max(segment.endMs, start + least)));
  return { ...segment, startMs: Math.max(freeFrom, Math.min(start, end - least)), endMs: end };
}

/** What has no time at the media's end shares that of what comes before it. */
function withLast(placed: readonly TimedText[], waiting: TimedText): TimedText[] {
  const rest = [...placed];
  let last = waiting;
  while (!hasTime(last)) {
    const before = rest.pop();
    if (before === undefined) break;
    last = together(before, last);
  }
  return [...rest, last];
}

function together(one: TimedText, other: TimedText): TimedText {
  const space = spaceBetween(one.text.slice(-2), other.text.slice(0, 2));
  return {
    startMs: one.startMs,
    endMs: Math.max(one.endMs, other.endMs),
    text: `${one.text}${space}${other.text}`,
    columns: one.columns + space.length + other.columns,
  };
}

const leastMs = ({ columns }: TimedText) => Math.ceil(columns / FASTEST_COLUMNS_PER_MS);
const hasTime = (segment: TimedText) => segment.endMs - segment.startMs >= leastMs(segment);
