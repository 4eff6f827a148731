import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Sources of ffmpeg's own, so that nothing has to be kept in the repository. */
export const PICTURES = {
  /** Moving patterns in many colours. */
  pattern: (seconds: number) => `testsrc2=size=640x360:rate=25:duration=${seconds}`,
  /** A photo that stands still. */
  photo: (path: string, seconds: number) =>
    `movie=${path},loop=loop=${seconds * 25}:size=1,fps=25,trim=duration=${seconds},scale=640:360,setsar=1`,
  plain: (colour: string, seconds: number) =>
    `color=c=${colour}:size=640x360:rate=25:duration=${seconds}`,
} as const;

export const SOUNDS = {
  tone: (seconds: number) => `sine=frequency=440:sample_rate=44100:duration=${seconds}`,
  silence: (seconds: number) =>
    `anullsrc=sample_rate=44100:channel_layout=mono,atrim=duration=${seconds}`,
} as const;

export interface MediaPlan {
  /** Shots, one after the other. None: sound alone. */
  readonly shots?: readonly string[];
  /** Sounds, one after the other. None: no sound track. */
  readonly sounds?: readonly string[];
  /** Options for the encoder, before the file's name. */
  readonly options?: readonly string[];
}

/** Makes a video or a recording with ffmpeg; the name's extension says of which kind. */
export async function makeMedia(folder: string, name: string, plan: MediaPlan): Promise<string> {
  const { shots = [], sounds = [], options = [] } = plan;
  const path = join(folder, name);
  const inputs = [...shots, ...sounds].flatMap((source) => ["-f", "lavfi", "-i", source]);
  const chain = (from: number, count: number, kind: "v" | "a") => {
    const parts = Array.from({ length: count }, (_, index) => `[${from + index}:${kind}]`).join("");
    return `${parts}concat=n=${count}:v=${kind === "v" ? 1 : 0}:a=${kind === "a" ? 1 : 0}[${kind}]`;
  };
  const filters = [
    ...(shots.length > 0 ? [chain(0, shots.length, "v")] : []),
    ...(sounds.length > 0 ? [chain(shots.length, sounds.length, "a")] : []),
  ];
  const maps = [
    ...(shots.length > 0 ? ["-map", "[v]", "-pix_fmt", "yuv420p"] : []),
    ...(sounds.length > 0 ? ["-map", "[a]"] : []),
  ];
  const args = ["-v", "error", "-y", ...inputs, "-filter_complex", filters.join(";"), ...maps];
  await run("ffmpeg", [...args, ...options, path]);
  return path;
}
