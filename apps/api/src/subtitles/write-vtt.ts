import type { Cue } from "./cue.ts";
import { timestamp } from "./timestamp.ts";

/** WebVTT (https://www.w3.org/TR/webvtt1/). */
export function writeVtt(cues: readonly Cue[]): string {
  return ["WEBVTT\n", ...cues.map((cue) => `${block(cue).join("\n")}\n`)].join("\n");
}

function block({ startMs, endMs, lines }: Cue): string[] {
  const times = `${timestamp(startMs, ".")} --> ${timestamp(endMs, ".")}`;
  return [times, ...lines.map(escapeText)];
}

/** `&` and `<` begin something else in a cue's text; `>` could end an arrow, which ends the text. */
function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
