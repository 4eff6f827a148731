import type {
  CaptionOptions,
  CaptionResult,
  CaptionState,
  Hearing,
  Problem,
  Stage,
  TranscriptionUsage,
  Usage,
} from "@caption-generator/schema";
import type { CaptionAnswer, Seen } from "./caption-model.ts";

export interface UploadRecord {
  readonly id: string;
  readonly sessionId: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  /** Once it is being deleted, no caption takes it any more. */
  readonly state: "declared" | "uploaded" | "used" | "deleting" | "deleted";
  readonly sha256: string | null;
  /** How it is sent in parts, where it is. */
  readonly multipartId: string | null;
  /** What each of its parts has but the last, in bytes. */
  readonly partBytes: number | null;
  readonly createdAt: Date;
  /** When it is abandoned, unless a caption has taken it by then. */
  readonly keepUntil: Date;
  readonly deletedAt: Date | null;
  readonly deletedVersions: number | null;
  readonly deletedBytes: number | null;
}

export interface CaptionRecord {
  readonly id: string;
  readonly sessionId: string;
  readonly uploadId: string;
  readonly revisionOf: string | null;
  readonly jobId: string;
  readonly state: CaptionState;
  readonly stage: Stage | null;
  readonly options: CaptionOptions;
  readonly width: number | null;
  readonly height: number | null;
  /** How long a video or recording is. */
  readonly seconds: number | null;
  readonly hearing: Hearing | null;
  readonly modelId: string | null;
  readonly onDevice: boolean | null;
  readonly cached: boolean;
  readonly seen: Seen | null;
  readonly result: CaptionResult | null;
  readonly problem: Problem | null;
  readonly usage: Usage | null;
  /** Under which the cache may have it; null where it has not. */
  readonly cacheKey: string | null;
  /** What it was expected to cost when it was accepted, in US dollars; null where nobody knew a price. */
  readonly expectedUsd: number | null;
  readonly steps: Steps;
  readonly lastSeq: number;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

/** What a caption's job has paid for so far, and would pay for again if its process died now. */
export interface Steps {
  readonly heard?: HeardSound;
  /** What was heard of a long track so far, as its transcriber keeps it. */
  readonly pieces?: Readonly<Record<string, unknown>>;
  /** What these pieces took. */
  readonly piecesSpent?: TranscriptionUsage;
  /** An answer that breaks limits, and is to be mended. */
  readonly answer?: CaptionAnswer;
  /** What was said of a model that is away and waited for. */
  readonly modelAway?: string;
}

/** What became of a video's sound, and what that took. */
export interface HeardSound {
  readonly hearing: Hearing;
  readonly spent: Pick<Usage, "transcription">;
}

/** A caption with the upload it was made from. */
export interface CaptionWithUpload {
  readonly caption: CaptionRecord;
  readonly upload: UploadRecord;
}

/** What is stored of an event; `finished` is filled from the caption itself when it is sent. */
export type StoredEvent =
  | { readonly type: "stage"; readonly stage: Stage }
  | { readonly type: "retry"; readonly detail: string }
  | { readonly type: "finished" };

export interface EventRecord {
  readonly seq: number;
  readonly event: StoredEvent;
  readonly createdAt: Date;
}
