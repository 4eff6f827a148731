import { breakLines, joinWords } from "./break-lines.ts";
import { columnsOf } from "./columns.ts";
import type { Cue } from "./cue.ts";
import { RULES } from "./cue.ts";
import type { TimedWord } from "./timed-words.ts";

/**
 * Gives each cue its time: from its first word until its last is said, and on for as long as reading
 * takes, where nothing else is to be shown. A cue that would be gone within a second begins sooner, if
 * the one before it keeps a second of its own.
 */
export function timeCues(groups: readonly (readonly TimedWord[])[], mediaMs: number): Cue[] {
  const cues: Cue[] = [];
  let limit = mediaMs;
  for (const [index, words] of groups.entries().toArray().toReversed()) {
    const before = groups[index - 1]?.[0]?.startMs;
    const startMs = startOf(words, limit, before);
    cues.push({ startMs, endMs: endOf(words, startMs, limit), lines: breakLines(words) });
    limit = startMs;
  }
  return cues.toReversed();
}

function startOf(words: readonly TimedWord[], limit: number, before: number | undefined): number {
  const spoken = words[0]?.startMs ?? 0;
  const earliest = before === undefined ? 0 : before + RULES.shortestMs;
  const wished = Math.min(spoken, Math.max(limit - RULES.shortestMs, earliest));
  // Even where there is no room at all, no cue ends before it begins.
  return Math.max(0, Math.min(wished, limit - 1));
}

function endOf(words: readonly TimedWord[], startMs: number, limit: number): number {
  const readingMs = Math.ceil((columnsOf(joinWords(words)) / RULES.columnsPerSecond) * 1_000);
  const wished = Math.max(
    words.at(-1)?.endMs ?? 0,
    startMs + Math.max(RULES.shortestMs, readingMs),
  );
  return Math.min(wished, startMs + RULES.longestMs, limit);
}
