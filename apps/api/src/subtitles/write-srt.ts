import type { Cue } from "./cue.ts";
import { timestamp } from "./timestamp.ts";

/** SubRip. It has no standard; every player reads lines that end in CR LF, and UTF-8. */
export function writeSrt(cues: readonly Cue[]): string {
  return cues.map((cue, index) => `${block(cue, index + 1).join("\r\n")}\r\n`).join("\r\n");
}

function block({ startMs, endMs, lines }: Cue, number: number): string[] {
  const times = `${timestamp(startMs, ",")} --> ${timestamp(endMs, ",")}`;
  // There is no way to escape an arrow, and some players take its line for a time.
  return [String(number), times, ...lines.map((line) => line.replaceAll("-->", "→"))];
}
