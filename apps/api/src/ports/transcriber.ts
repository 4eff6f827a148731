import type { Transcript, TranscriptionUsage } from "@caption-generator/schema";
import type { Span } from "./span.ts";

/** A file whose extension tells its format, as `.mp3`, `.m4a`, `.ogg`, `.webm` or `.wav` do. */
export interface AudioFile {
  readonly path: string;
  readonly bytes: number;
}

/** The sound of a video, on disk. */
export interface AudioTrack extends AudioFile {
  readonly durationSeconds: number;
  /** Where nothing can be heard, in order and without overlap. */
  readonly silences: readonly Span[];
  /**
   * Cuts a stretch out into a file of its own, in the same format. Whoever owns the track removes it.
   * Several may be asked for at once.
   */
  readonly cut: (span: Span, signal: AbortSignal) => Promise<AudioFile>;
}

export interface TranscribeRequest {
  readonly audio: AudioTrack;
  /** What is spoken, as a BCP 47 tag, where somebody knows; else it is detected. */
  readonly language?: string;
  readonly signal: AbortSignal;
  /** Called before each wait for another try, so that the person can be told. */
  readonly onRetry?: (reason: string, waitMs: number) => void;
  /** What was heard before of the same track. @default nothing, and nothing is kept */
  readonly kept?: KeptPieces;
}

/** Pieces of a track that were heard already, so that none is paid for twice. They are JSON. */
export interface KeptPieces {
  get(key: string): unknown;
  /** @param usage what it took to hear it */
  keep(key: string, piece: object, usage: TranscriptionUsage): Promise<void>;
}

export interface TranscribeAnswer {
  readonly transcript: Transcript;
  readonly usage: TranscriptionUsage;
}

/** Something that writes down what is said. */
export interface Transcriber {
  /** Names service and model; part of the cache key: `openai:whisper-1`. */
  readonly id: string;
  /** Whether it transcribes at all. */
  readonly active: boolean;
  /** A sentence on who hears the audio, or that nobody does and how to change that. */
  readonly note: string;
  /** US dollars for a minute of audio, for an estimate; undefined where we know no price. */
  readonly usdPerMinute: number | undefined;
  /**
   * @throws AppError with a `transcription_*` code, or the signal's reason when aborted. One that is
   * not active throws `transcription_off`.
   */
  transcribe(request: TranscribeRequest): Promise<TranscribeAnswer>;
  close(): Promise<void>;
}
