import { randomUUID } from "node:crypto";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { MediaTools } from "../../ports/media-tools.ts";
import type { Ffmpeg } from "./find-ffmpeg.ts";
import { takeFrames } from "./frames.ts";
import { probe } from "./probe.ts";
import { ffmpegRunner, workDeadlineMs } from "./run-ffmpeg.ts";
import { cutArgs, readSeconds, readSilences, soundArgs } from "./sound.ts";
import type { ToolHost } from "./tool-host.ts";

/** ffmpeg and ffprobe as processes of their own, which `host` starts. */
export function createFfmpegTools(
  { ffmpeg, ffprobe, version }: Ffmpeg,
  host: ToolHost,
): MediaTools {
  const run = ffmpegRunner(host, ffmpeg);
  return {
    active: true,
    note: `Videos and sound recordings are taken apart by ffmpeg ${version}.`,

    inspect: (path, type, signal) => probe(host, ffprobe, { path, type, signal }),

    close: () => host.close(),

    async frames(path, facts, most, work) {
      return facts.picture === undefined ? [] : takeFrames(run, { path, facts }, most, work);
    },

    async sound(path, facts, { folder, signal, maxSeconds }) {
      if (facts.sound === undefined) return undefined;
      const target = join(folder, "sound.ogg");
      const args = soundArgs(path, facts, { target, maxSeconds });
      const { stderr } = await run(args, signal, workDeadlineMs(facts.seconds));
      // Never what the header says: transcription is paid for by this length.
      const seconds = readSeconds(stderr) ?? 0;
      const { size: bytes } = await stat(target);
      return { path: target, bytes, seconds, silences: readSilences(stderr, seconds) };
    },

    async cutSound({ path }, span, { folder, signal }) {
      const target = join(folder, `sound-${randomUUID()}.ogg`);
      await run(cutArgs(path, span, target), signal, workDeadlineMs(span.end - span.start));
      return { path: target, bytes: (await stat(target)).size };
    },
  };
}
