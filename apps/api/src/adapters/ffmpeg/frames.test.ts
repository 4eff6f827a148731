import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { takeFrames } from "./frames.ts";
import type { RunFfmpeg } from "./run-ffmpeg.ts";

const FACTS = {
  type: "video/mp4",
  seconds: 12,
  picture: { codec: "h264", width: 64, height: 64 },
  sound: undefined,
} as const;

describe("takeFrames", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "frames-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** ffmpeg, which finds these samples and writes a picture wherever `isThere`. */
  const ffmpeg =
    (samples: readonly number[], isThere: (start: number, filters: string) => boolean): RunFfmpeg =>
    async (args) => {
      const starts = args.flatMap((arg, index) => (arg === "-ss" ? [Number(args[index + 1])] : []));
      const filters = args.flatMap((arg, index) => (arg === "-vf" ? [args[index + 1] ?? ""] : []));
      const files = args.filter((arg) => arg.endsWith(".jpg"));
      for (const [index, file] of files.entries()) {
        if (isThere(starts[index] ?? 0, filters[index] ?? "")) await writeFile(file, "a picture");
      }
      const lines = samples.map((at) => `pts_time:${at}\nlavfi.scene_score=0.000000\n`);
      return { stdout: Buffer.from(lines.join("")), stderr: "" };
    };

  const take = (run: RunFfmpeg) =>
    takeFrames(run, { path: "a.mp4", facts: FACTS }, 8, {
      folder,
      signal: new AbortController().signal,
      maxSeconds: 60,
    });

  it("takes the last frame that was seen where none is shown later", async () => {
    const run = ffmpeg([0, 2], (_, filters) => !filters.includes("fps="));
    expect((await take(run)).map(({ at }) => at)).toEqual([0, 2]);
  });

  it("looks at the beginning where there is nothing elsewhere", async () => {
    const run = ffmpeg([5], (start, filters) => start === 0 && !filters.includes("fps="));
    expect((await take(run)).map(({ at }) => at)).toEqual([0]);
  });

  it("is a problem where no frame is found at all", async () => {
    await expect(take(ffmpeg([], () => false))).rejects.toMatchObject({ code: "media_unreadable" });
  });
});
