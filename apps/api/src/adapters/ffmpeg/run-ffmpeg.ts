import { tookTooLong, unreadable } from "./media-errors.ts";
import type { ToolHost } from "./tool-host.ts";

/** @throws AppError media_unreadable, media_timeout; the signal's reason when aborted */
export type RunFfmpeg = (
  args: readonly string[],
  signal: AbortSignal,
  deadlineMs: number,
) => Promise<{ readonly stdout: Buffer; readonly stderr: string }>;

/** @param seconds the length of what is decoded: even a slow machine is faster than playing it */
export const workDeadlineMs = (seconds: number): number => 30_000 + seconds * 1_000;

/** Runs the program at this path for what takes long, and makes problems of its failures. */
export function ffmpegRunner(host: ToolHost, program: string): RunFfmpeg {
  return async (args, signal, deadlineMs) => {
    const result = await host.run({ program, args, signal, deadlineMs, yields: true });
    if (result.kind === "timeout") throw tookTooLong(deadlineMs / 1_000);
    if (result.kind === "failed") throw unreadable(result.stderr);
    return result;
  };
}
