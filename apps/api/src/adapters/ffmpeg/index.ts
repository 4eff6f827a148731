import { randomUUID } from "node:crypto";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { MediaType } from "@caption-generator/schema";
import type { MediaFacts, MediaTools } from "../../ports/media-tools.ts";
import type { Ffmpeg } from "./find-ffmpeg.ts";
import { picturesArgs, readPictures, readSamples, samplingArgs } from "./frames.ts";
import { inputArgs } from "./input-args.ts";
import { probeSchema, toFacts } from "./inspect.ts";
import { tookTooLong, unreadable } from "./media-errors.ts";
import { pickMoments } from "./pick-moments.ts";
import { cutArgs, readSeconds, readSilences, soundArgs } from "./sound.ts";
import type { ToolHost } from "./tool-host.ts";

/** A header is read in milliseconds; a spinning parser is not waited for. */
const PROBE_DEADLINE_MS = 15_000;

/** @param seconds the length of what is decoded: even a slow machine is faster than playing it */
const workDeadlineMs = (seconds: number): number => 30_000 + seconds * 1_000;

/** ffmpeg and ffprobe as processes of their own, which `host` starts. */
export function createFfmpegTools(
  { ffmpeg, ffprobe, version }: Ffmpeg,
  host: ToolHost,
): MediaTools {
  async function run(args: readonly string[], signal: AbortSignal, deadlineMs: number) {
    const result = await host.run({ program: ffmpeg, args, signal, deadlineMs, yields: true });
    if (result.kind === "timeout") throw tookTooLong(deadlineMs / 1_000);
    if (result.kind === "failed") throw unreadable(result.stderr);
    return result;
  }

  return {
    active: true,
    note: `Videos and sound recordings are taken apart by ffmpeg ${version}.`,

    inspect: (path, type, signal) => inspect(host, ffprobe, { path, type, signal }),

    close: () => host.close(),

    async frames(path, facts, most, { folder, signal }) {
      if (facts.picture === undefined) return [];
      const deadlineMs = workDeadlineMs(facts.seconds);
      const sampled = await run(samplingArgs(path, facts), signal, deadlineMs);
      const samples = readSamples(sampled.stdout.toString("utf8"));
      const moments = pickMoments(samples, lastedUntil(facts, samples.at(-1)?.at), most);
      await run(picturesArgs(path, facts, moments, folder), signal, deadlineMs);
      return readPictures(moments, folder);
    },

    async sound(path, facts, { folder, signal }) {
      if (facts.sound === undefined) return undefined;
      const target = join(folder, "sound.ogg");
      const args = soundArgs(path, facts, target);
      const { stderr } = await run(args, signal, workDeadlineMs(facts.seconds));
      const seconds = readSeconds(stderr) ?? facts.seconds;
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

/** Headers claim any duration; what was seen to be there counts where it is much less. */
function lastedUntil({ seconds }: MediaFacts, lastSample: number | undefined): number {
  return lastSample === undefined ? seconds : Math.min(seconds, lastSample + SAMPLE_GAP_S);
}

/** Frames that stand alone lie up to ten seconds apart, rarely more. */
const SAMPLE_GAP_S = 10;

async function inspect(
  host: ToolHost,
  ffprobe: string,
  file: { readonly path: string; readonly type: MediaType; readonly signal: AbortSignal },
): Promise<MediaFacts> {
  const args = [
    ...["-v", "error", "-print_format", "json", "-show_format", "-show_streams"],
    ...inputArgs(file.path, file.type),
  ];
  const { signal } = file;
  const result = await host.run({
    program: ffprobe,
    args,
    signal,
    deadlineMs: PROBE_DEADLINE_MS,
    // It reads a header: somebody waits for it.
    yields: false,
  });
  if (result.kind === "timeout") throw tookTooLong(PROBE_DEADLINE_MS / 1_000);
  if (result.kind === "failed") throw unreadable(result.stderr);
  return toFacts(probeSchema.parse(JSON.parse(result.stdout.toString("utf8"))), file.type);
}
