import type { Strength } from "./break-strength.ts";
import { strengthAfter } from "./break-strength.ts";
import { RULES } from "./cue.ts";
import type { TimedWord } from "./timed-words.ts";

/** What it costs to end a cue there. */
const END_COST: Readonly<Record<Strength, number>> = {
  sentence: 0,
  clause: 2,
  phrase: 5,
  word: 8,
  never: 12,
};
/** What each cue costs: fewer are calmer. */
const CUE_COST = 3;
/** More than all else together: a cue that nobody can read is the worst. */
const TOO_SHORT_COST = 1e6;
/** For each second that reading takes longer than there is. */
const HURRY_COST = 4;
/** For each second of a pause within a cue, which shows words long before they are said. */
const PAUSE_COST = 6;
const PAUSE_MS = 500;

/**
 * Which words are on the screen together: the division of all words into cues that costs least, found
 * by dynamic programming. No cue has more than two lines, or words from longer than seven seconds.
 */
export function groupWords(words: readonly TimedWord[], mediaMs: number): TimedWord[][] {
  const costs: number[] = [0];
  const starts: number[] = [0];
  const endCosts = words.map((word, index) => costOfEndingAfter(word, words[index + 1]));
  for (let end = 1; end <= words.length; end += 1) {
    costs.push(Number.POSITIVE_INFINITY);
    starts.push(end - 1);
  }
  for (let start = 0; start < words.length; start += 1) {
    for (const { end, cost } of cuesFrom({ words, endCosts, mediaMs }, start)) {
      const total = (costs[start] ?? 0) + cost;
      if (total >= (costs[end] ?? 0)) continue;
      costs[end] = total;
      starts[end] = start;
    }
  }
  const groups: TimedWord[][] = [];
  for (let end = words.length; end > 0; end = starts[end] ?? 0) {
    groups.push(words.slice(starts[end], end));
  }
  return groups.toReversed();
}

function costOfEndingAfter(word: TimedWord, next: TimedWord | undefined): number {
  return next === undefined ? 0 : END_COST[strengthAfter(word.text, next.text)];
}

interface Speech {
  readonly words: readonly TimedWord[];
  /** What it costs to end a cue after each word. */
  readonly endCosts: readonly number[];
  readonly mediaMs: number;
}

interface Candidate {
  /** The first word after it. */
  readonly end: number;
  readonly cost: number;
}

/** All cues that could begin with a word, each with its cost. */
function* cuesFrom({ words, endCosts, mediaMs }: Speech, start: number): Generator<Candidate> {
  const first = words[start];
  if (first === undefined) return;
  const page = createPage();
  let pauses = 0;
  for (let end = start + 1; end <= words.length; end += 1) {
    const word = words[end - 1] ?? first;
    const pause = word.startMs - (words[end - 2] ?? word).endMs;
    if (end - 1 > start && pause > PAUSE_MS) pauses += pause;
    if (!page.add(word) || word.startMs - first.startMs > RULES.longestMs) return;
    const next = words[end];
    const availableMs = Math.min(next?.startMs ?? mediaMs, mediaMs) - first.startMs;
    const readingMs = (page.columns() / RULES.columnsPerSecond) * 1_000;
    const hurryMs = Math.max(0, readingMs - Math.min(availableMs, RULES.longestMs));
    const cost =
      CUE_COST +
      (availableMs < RULES.shortestMs ? TOO_SHORT_COST : 0) +
      (hurryMs / 1_000) * HURRY_COST +
      (pauses / 1_000) * PAUSE_COST +
      (endCosts[end - 1] ?? 0);
    yield { end, cost };
  }
}

/** Fills lines from the top; what does not fit that way fits in no way. */
function createPage() {
  let line = 0;
  let lines = 1;
  let columns = 0;
  return {
    columns: () => columns,
    /** @returns false where there is no more room */
    add(word: TimedWord): boolean {
      const space = line === 0 || word.glued ? 0 : 1;
      columns += space + word.columns;
      line += space + word.columns;
      if (line <= RULES.columns) return true;
      lines += 1;
      line = word.columns;
      return lines <= RULES.lines;
    },
  };
}
