import type { Deps } from "../deps.ts";
import { AppError } from "../errors/app-error.ts";
import type { ExtractedSound } from "../ports/media-tools.ts";
import type { HeardSound } from "../ports/records.ts";
import type { PiecesOfCaption } from "./kept-pieces.ts";

const HEARD = "What is said was written down.";
const SILENT = "There is nothing to hear in it, so its captions come from the picture alone.";
const NO_SOUND = "It has no sound track, so its captions come from the picture alone.";

/** At most this much sound between two silences, in seconds, is no speech: a click, a breath. */
const NO_SPEECH_S = 0.3;

/**
 * Has what is said written down. A video whose transcription fails for good still gets its captions, from
 * the picture: the hearing says what happened.
 * @throws the signal's reason, and whatever is no AppError: a fault of ours, which fails the caption
 */
export async function hear(
  { transcriber, media, log }: Pick<Deps, "transcriber" | "media" | "log">,
  sound: ExtractedSound | undefined,
  work: {
    readonly folder: string;
    readonly signal: AbortSignal;
    readonly onRetry: (reason: string, waitMs: number) => void;
    /** What was heard of it before. */
    readonly kept: PiecesOfCaption;
    /** What is spoken, as a BCP 47 tag, where the person told. */
    readonly language: string | undefined;
  },
): Promise<HeardSound> {
  if (sound === undefined) return { hearing: { state: "no_sound", detail: NO_SOUND }, spent: {} };
  if (isSilent(sound)) return { hearing: { state: "silent", detail: SILENT }, spent: {} };
  if (!transcriber.active) {
    return { hearing: { state: "off", detail: transcriber.note }, spent: {} };
  }
  const { path, bytes, seconds, silences } = sound;
  const { signal, onRetry, language, kept } = work;
  const cut = (span: { start: number; end: number }, inTime: AbortSignal) =>
    media.cutSound(sound, span, { folder: work.folder, signal: inTime });
  try {
    const { transcript, usage } = await transcriber.transcribe({
      audio: { path, bytes, durationSeconds: seconds, silences, cut },
      ...(language === undefined ? {} : { language }),
      signal,
      onRetry,
      kept,
    });
    // With what was heard in an earlier run and asked for otherwise.
    const spent = { transcription: kept.spent() ?? usage };
    if (transcript.segments.length === 0) {
      return { hearing: { state: "silent", detail: SILENT }, spent };
    }
    return { hearing: { state: "heard", detail: HEARD, transcript }, spent };
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof AppError)) throw error;
    log.warn({ code: error.code }, "a video could not be transcribed");
    const detail = `What is said could not be written down: ${error.message}`;
    const transcription = kept.spent();
    const spent = transcription === undefined ? {} : { transcription };
    return { hearing: { state: "failed", detail }, spent };
  }
}

function isSilent({ seconds, silences }: ExtractedSound): boolean {
  const silent = silences.reduce((sum, { start, end }) => sum + end - start, 0);
  return seconds - silent <= NO_SPEECH_S;
}
