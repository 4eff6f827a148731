import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { runTool } from "./run-tool.ts";

export interface Ffmpeg {
  /** Full paths. */
  readonly ffmpeg: string;
  readonly ffprobe: string;
  /** Such as `5.1.9`. */
  readonly version: string;
}

/** Milliseconds on a machine at rest, which one that is being started seldom is. */
const QUICKLY_MS = 30_000;

/**
 * The ffmpeg and ffprobe of this machine; undefined where one of them is missing or does not run.
 * @param path the folders to look in, as in the environment's PATH
 */
export async function findFfmpeg(path: string): Promise<Ffmpeg | undefined> {
  const [ffmpeg, ffprobe] = await Promise.all([inPath("ffmpeg", path), inPath("ffprobe", path)]);
  if (ffmpeg === undefined || ffprobe === undefined) return undefined;
  const signal = new AbortController().signal;
  const args = ["-hide_banner", "-version"];
  const said = await runTool({
    program: ffmpeg,
    args,
    signal,
    deadlineMs: QUICKLY_MS,
    yields: false,
  });
  if (said.kind !== "done") return undefined;
  const version = /^ffmpeg version (\d[\d.]*)/u.exec(said.stdout.toString("utf8"))?.[1] ?? "";
  return { ffmpeg, ffprobe, version };
}

async function inPath(name: string, path: string): Promise<string | undefined> {
  for (const folder of path.split(delimiter).filter((each) => each !== "")) {
    const file = join(folder, name);
    const found = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found) return file;
  }
  return undefined;
}
