import type {
  CaptionOptions,
  EffectiveLimits,
  Evidence,
  Transcript,
  Usage,
} from "@caption-generator/schema";

/** A photo after normalisation: upright, no metadata, at most 1536 px on its longer side. */
export interface NormalisedImage {
  readonly type: "image/jpeg";
  readonly bytes: Uint8Array;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** A picture out of a video. */
export interface VideoFrame {
  /** Seconds from the beginning. */
  readonly at: number;
  readonly image: NormalisedImage;
}

/** What was to be seen at a moment of a video. */
export interface SeenMoment {
  /** Seconds from the beginning. */
  readonly at: number;
  /** A plain sentence, or a few words. */
  readonly description: string;
}

/** What a model saw, kept with the caption so that a revision needs no second look. */
export interface Seen {
  /** One or two plain sentences about the picture. */
  readonly description: string;
  /** What the on-device model measured; opaque to everyone else, and JSON. */
  readonly facts?: unknown;
  /** The moments of a video that captions may rest on, in order. */
  readonly moments?: readonly SeenMoment[];
}

/** A video or a recording: pictures out of it, in order, or what is said in it, or both. */
export interface VideoSource {
  readonly kind: "video";
  readonly frames: readonly VideoFrame[];
  readonly seconds: number;
  readonly transcript?: Transcript;
}

export type CaptionSource =
  | { readonly kind: "image"; readonly image: NormalisedImage }
  | VideoSource
  | {
      readonly kind: "seen";
      readonly seen: Seen;
      readonly previous: readonly string[];
      /** What was said in it, where it was a video. */
      readonly transcript?: Transcript;
    };

/** What was wrong with a first answer, told to the model in the one repair round. */
export interface Repair {
  readonly drafts: readonly CaptionDraft[];
  readonly altText: string;
  /** One sentence each: `Caption 2 has 312 characters; the limit is 280.` */
  readonly faults: readonly string[];
}

export interface CaptionRequest {
  readonly source: CaptionSource;
  readonly options: CaptionOptions;
  readonly limits: EffectiveLimits;
  readonly repair?: Repair;
  readonly signal: AbortSignal;
  /** Called before each wait for another try, so that the person can be told. */
  readonly onRetry?: (reason: string, waitMs: number) => void;
}

export interface CaptionDraft {
  /** The caption without hashtags. */
  readonly body: string;
  /** With or without `#`; the limits are kept later. */
  readonly hashtags: readonly string[];
  /** The moments of a video it rests on, in order. */
  readonly evidence?: readonly Evidence[];
}

export interface CaptionAnswer {
  readonly drafts: readonly CaptionDraft[];
  readonly altText: string;
  readonly seen: Seen;
  readonly usage: Usage;
  /** Which model wrote it, where that was another than `CaptionModel.id` names: one that stood in. */
  readonly modelId?: string;
}

/** Something that looks at a picture, or at what was seen of it, and writes captions. */
export interface CaptionModel {
  /** Names model and version; part of the cache key: `gemini:gemini-3.8-flash`. */
  readonly id: string;
  readonly onDevice: boolean;
  /** Changes whenever the same input would give other captions; part of the cache key. */
  readonly promptVersion: string;
  /** BCP 47 primary languages it writes, or `any`. */
  readonly languages: "any" | readonly string[];
  /** A sentence for the page where a person should know something, such as how to set a key. */
  readonly note: string | undefined;
  /**
   * What captions of a photo, or of a video's pictures, typically cost, in US dollars at list price;
   * undefined where we know no price.
   */
  typicalUsd(kind: "photo" | "video"): number | undefined;
  /**
   * Writes `options.variants` drafts. Drafts may break the limits: keeping them is not its work.
   * @throws AppError with a `model_*` code, or the signal's reason when aborted.
   */
  write(request: CaptionRequest): Promise<CaptionAnswer>;
  close(): Promise<void>;
}
