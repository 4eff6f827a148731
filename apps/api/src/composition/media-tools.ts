import { findFfmpeg } from "../adapters/ffmpeg/find-ffmpeg.ts";
import { createFfmpegTools } from "../adapters/ffmpeg/index.ts";
import { startToolHost } from "../adapters/ffmpeg/tool-host.ts";
import { createNoMediaTools } from "../adapters/no-media-tools.ts";
import type { Env } from "../env.ts";
import type { MediaTools } from "../ports/media-tools.ts";

/** ffmpeg where it is found; otherwise nothing, said plainly. */
export async function createMediaTools({ PATH }: Env): Promise<MediaTools> {
  const ffmpeg = await findFfmpeg(PATH);
  return ffmpeg === undefined ? createNoMediaTools() : createFfmpegTools(ffmpeg, startToolHost());
}
