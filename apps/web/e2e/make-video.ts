import { execFileSync } from "node:child_process";
import { appendFileSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { PHOTO } from "./fixtures.ts";

/** Three seconds of a photograph and a tone. */
export function makeVideo(folder: string): string {
  const video = join(folder, "clip.mp4");
  const still = `movie=${PHOTO},loop=loop=75:size=1,fps=25,trim=duration=3,scale=320:240,setsar=1`;
  const inputs = ["-f", "lavfi", "-i", still, "-f", "lavfi", "-i", "sine=duration=3"];
  execFileSync("ffmpeg", ["-v", "error", ...inputs, "-pix_fmt", "yuv420p", "-shortest", video]);
  return video;
}

/** The same, `bytes` bytes long: with a box of free space at its end. */
export function makeLargeVideo(folder: string, bytes: number): string {
  const video = makeVideo(folder);
  const box = Buffer.alloc(8);
  box.writeUInt32BE(bytes - statSync(video).size, 0);
  box.write("free", 4, "latin1");
  appendFileSync(video, box);
  truncateSync(video, bytes);
  return video;
}
