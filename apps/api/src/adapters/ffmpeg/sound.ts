import type { MediaFacts } from "../../ports/media-tools.ts";
import type { Span } from "../../ports/span.ts";
import { inputArgs, noLongerThan, QUIET } from "./input-args.ts";

/** Quieter than this counts as silence: speech recorded from afar lies at some -35 dB. */
const SILENCE_DB = -45;
/** The pauses between sentences are about this long, in seconds. */
const SILENCE_S = 0.4;

/**
 * Makes of the first sound track what speech needs, 16 kHz, one channel, 32 kbit/s, and says where it is
 * silent. Ogg with Opus is what all transcription services take and what stays exact when it is cut.
 * @param to `maxSeconds` as for `MediaTools.sound`
 */
export const soundArgs = (
  path: string,
  { type }: MediaFacts,
  to: { readonly target: string; readonly maxSeconds: number },
): string[] => [
  ...QUIET,
  // Silences are told as information.
  "-v",
  "info",
  ...inputArgs(path, type),
  "-vn",
  "-sn",
  "-dn",
  "-map",
  "0:a:0",
  ...noLongerThan(to.maxSeconds),
  "-map_metadata",
  "-1",
  "-af",
  `aresample=16000:async=1:first_pts=0,silencedetect=noise=${SILENCE_DB}dB:duration=${SILENCE_S}`,
  "-ac",
  "1",
  "-c:a",
  "libopus",
  "-b:a",
  "32k",
  "-f",
  "ogg",
  "-y",
  to.target,
];

/** @param seconds how long the sound is, where its end is silent */
export function readSilences(said: string, seconds: number): Span[] {
  const starts = Array.from(said.matchAll(/silence_start: (-?[\d.]+)/gu), ([, at]) => Number(at));
  const ends = Array.from(said.matchAll(/silence_end: (-?[\d.]+)/gu), ([, at]) => Number(at));
  return starts
    .map((start, index) => ({ start: Math.max(0, start), end: ends[index] ?? seconds }))
    .filter(({ start, end }) => end > start);
}

/** The last position ffmpeg told of, in seconds; undefined where nothing came out. */
export function readSeconds(said: string): number | undefined {
  const [, hours, minutes, seconds] = said.match(/.*time=(\d+):(\d+):([\d.]+)/su) ?? [];
  if (seconds === undefined) return undefined;
  return Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
}

/**
 * Copies a part of extracted sound, without decoding it, exact to a packet (20 ms): told the start after the
 * input, ffmpeg reads up to it. Told before, it jumps to the page of the Ogg file, up to a second too early.
 */
export const cutArgs = (path: string, { start, end }: Span, target: string): string[] => [
  ...QUIET,
  "-v",
  "error",
  ...inputArgs(path, "audio/ogg"),
  "-ss",
  start.toFixed(3),
  "-t",
  (end - start).toFixed(3),
  "-map",
  "0:a:0",
  "-c",
  "copy",
  "-f",
  "ogg",
  "-y",
  target,
];
