import type { Deps } from "../deps.ts";
import { AppError } from "../errors/app-error.ts";
import { toCues } from "../subtitles/to-cues.ts";
import { writeSrt } from "../subtitles/write-srt.ts";
import { writeTxt } from "../subtitles/write-txt.ts";
import { writeVtt } from "../subtitles/write-vtt.ts";
import { findOwnCaption } from "./find-own-caption.ts";

/**
 * What is said in a caption's video, as subtitles or text.
 * @throws AppError not_found where nothing was heard, with what became of the sound
 */
export async function writeTranscript(
  deps: Pick<Deps, "captions">,
  own: { readonly sessionId: string; readonly id: string },
  format: "srt" | "vtt" | "txt",
): Promise<string> {
  const { caption } = await findOwnCaption(deps, own);
  const { hearing, seconds } = caption;
  if (hearing?.transcript === undefined) {
    const why = hearing?.detail ?? "It is not finished, or of a photo.";
    throw new AppError({ code: "not_found", detail: `${own.id} has no transcript. ${why}` });
  }
  if (format === "txt") return writeTxt(hearing.transcript);
  const cues = toCues(hearing.transcript, seconds ?? Number.POSITIVE_INFINITY);
  return format === "srt" ? writeSrt(cues) : writeVtt(cues);
}
