import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** Seconds of silence after each sentence. */
const PAUSE = 1.2;

export interface SpokenVideo {
  readonly video: string;
  /** A list of one recording: what is said when in its sound, for who is to hear it. */
  readonly recordings: string;
  /** The seconds at which each sentence begins. */
  readonly starts: readonly number[];
}

/** Moving pictures of a scene a sentence, over a voice that speaks the sentences one after the other. */
export function makeSpokenVideo(folder: string, sentences: readonly string[]): SpokenVideo {
  const voices = sentences.map((text, index) => {
    const path = join(folder, `${index}.wav`);
    execFileSync("espeak-ng", ["-w", path, text]);
    return { text, path, seconds: secondsOf(path) };
  });
  let at = 0;
  const speech = voices.map(({ text, seconds }) => {
    const span = { start: at, end: at + seconds, text };
    at = span.end + PAUSE;
    return span;
  });
  const sound = join(folder, "speech.wav");
  const padded = voices.map((_, index) => `[${index}]apad=pad_dur=${PAUSE}[p${index}]`).join(";");
  const joined = voices.map((_, index) => `[p${index}]`).join("");
  const joinAll = `${padded};${joined}concat=n=${voices.length}:v=0:a=1,aresample=16000`;
  ffmpeg([
    ...voices.flatMap(({ path }) => ["-i", path]),
    "-filter_complex",
    joinAll,
    "-ac",
    "1",
    sound,
  ]);
  const video = join(folder, "spoken.mp4");
  const scenes = ["testsrc2", "mandelbrot", "life=mold=10:ratio=0.4:death_color=#203060"];
  const pictures = speech.map((span, index) => {
    const separator = scenes[index % scenes.length]?.includes("=") === true ? ":" : "=";
    const length = span.end + PAUSE - span.start;
    return `${scenes[index % scenes.length]}${separator}size=320x240:rate=25,trim=duration=${length},setsar=1,format=yuv420p`;
  });
  const inputs = pictures.flatMap((picture) => ["-f", "lavfi", "-i", picture]);
  const film = `${pictures.map((_, index) => `[${index}]`).join("")}concat=n=${pictures.length}:v=1:a=0`;
  ffmpeg([...inputs, "-i", sound, "-filter_complex", film, "-map", `${pictures.length}:a`, video]);
  const recordings = join(folder, "recordings.json");
  writeFileSync(recordings, JSON.stringify([{ path: sound, language: "en", speech }]));
  return { video, recordings, starts: speech.map(({ start }) => start) };
}

function ffmpeg(args: readonly string[]): void {
  execFileSync("ffmpeg", ["-v", "error", "-y", ...args]);
}

function secondsOf(path: string): number {
  const args = ["-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", path];
  return Number(execFileSync("ffprobe", args, { encoding: "utf8" }));
}
