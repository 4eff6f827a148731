import { findFfmpeg } from "../adapters/ffmpeg/find-ffmpeg.ts";
import { createFfmpegTools } from "../adapters/ffmpeg/index.ts";
import type { ToolHost } from "../adapters/ffmpeg/tool-host.ts";
import { startToolHost } from "../adapters/ffmpeg/tool-host.ts";
import type { MediaTools } from "../ports/media-tools.ts";

/** Beside other tests, a program that yields to them all might not end within its deadline. */
const unyielding = (host: ToolHost): ToolHost => ({
  ...host,
  run: (run) => host.run({ ...run, yields: false }),
});

/**
 * The media tools with the ffmpeg of this machine. Needs the capability `ffmpeg`.
 *
 * @param around what is to be between them and their host
 */
export async function openFfmpegTools(
  around: (host: ToolHost) => ToolHost = (host) => host,
): Promise<MediaTools> {
  const found = await findFfmpeg(process.env["PATH"] ?? "");
  if (found === undefined) throw new Error("There is an ffmpeg, and it was not found.");
  return createFfmpegTools(found, around(unyielding(startToolHost())));
}
