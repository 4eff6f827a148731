import type { MediaType } from "@caption-generator/schema";
import type { Span } from "./span.ts";

/** What a video or a sound recording is, by its header. */
export interface MediaFacts {
  readonly type: MediaType;
  /** As the container claims it: any number, and 0 where it does not say. */
  readonly seconds: number;
  /** Undefined for sound alone. */
  readonly picture: PictureTrack | undefined;
  /** Undefined where there is nothing to hear. */
  readonly sound: SoundTrack | undefined;
}

export interface PictureTrack {
  readonly codec: string;
  /** Pixels, once upright. */
  readonly width: number;
  readonly height: number;
}

export interface SoundTrack {
  readonly codec: string;
}

/** A picture out of a video, upright, as JPEG. */
export interface Frame {
  /** Seconds from the beginning. */
  readonly at: number;
  readonly bytes: Uint8Array;
}

/** The sound of a recording as a small file of its own, made for speech. */
export interface ExtractedSound {
  readonly path: string;
  readonly bytes: number;
  readonly seconds: number;
  /** Where nothing is to be heard, in order. */
  readonly silences: readonly Span[];
}

interface Work {
  /** A folder for what is made; the caller removes it. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

export interface Decoding extends Work {
  /**
   * What lies beyond is not decoded, whatever length the container claims. A second more is, which shows that
   * there is more.
   */
  readonly maxSeconds: number;
}

/**
 * Takes videos and sound recordings apart. Whatever the file, each call ends in bounded time and memory
 * and reads nothing but that file.
 *
 * All throw AppError media_unreadable, media_timeout, or the signal's reason when aborted.
 */
export interface MediaTools {
  /** False where videos cannot be taken; `note` then says why and what to do. */
  readonly active: boolean;
  /** A sentence. */
  readonly note: string;
  /** @throws AppError media_empty, media_codec_unsupported, media_frame_too_large as well */
  inspect(path: string, type: MediaType, signal: AbortSignal): Promise<MediaFacts>;
  /**
   * At most `most` pictures, in order, from as many shots as there are; none where there is no picture track, and
   * only there.
   */
  frames(path: string, facts: MediaFacts, most: number, work: Decoding): Promise<readonly Frame[]>;
  /** The first sound track; undefined where there is none. Its length is what came out, not what was claimed. */
  sound(path: string, facts: MediaFacts, work: Decoding): Promise<ExtractedSound | undefined>;
  /** A part of extracted sound as a file of its own. */
  cutSound(
    sound: ExtractedSound,
    span: Span,
    work: Work,
  ): Promise<{ readonly path: string; readonly bytes: number }>;
  /** Ends what is still running. */
  close(): Promise<void>;
}
