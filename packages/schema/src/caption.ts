import { z } from "zod";
import { evidenceSchema } from "./evidence.ts";
import { captionIdSchema, uploadIdSchema } from "./ids.ts";
import { captionOptionsSchema } from "./options.ts";
import { plainTextSchema } from "./plain-text.ts";
import { problemSchema } from "./problem.ts";
import { transcriptionUsageSchema, transcriptSchema } from "./transcript.ts";
import { deletionReceiptSchema } from "./upload.ts";

export const CAPTION_STATES = ["queued", "working", "done", "failed", "cancelled"] as const;
export type CaptionState = (typeof CAPTION_STATES)[number];

/** What the worker is doing, in the order it does it. */
export const STAGES = [
  "queued",
  "inspecting",
  "normalising",
  "extracting",
  "transcribing",
  "captioning",
  "finishing",
] as const;
export type Stage = (typeof STAGES)[number];

export const captionVariantSchema = z
  .object({
    /** The whole post: body, and hashtags where asked for. */
    text: z.string(),
    body: z.string(),
    /** Each with its leading `#`. */
    hashtags: z.array(z.string()),
    /** The length of `text` as the platform counts it. */
    characters: z.number().int(),
    limit: z.number().int(),
    /** True where the model kept writing too much and the end had to be cut. */
    cut: z.boolean(),
    /** The moments of a video it rests on, in their order; missing for a photo. */
    evidence: z.array(evidenceSchema).optional(),
  })
  .meta({ id: "CaptionVariant" });

export type CaptionVariant = z.infer<typeof captionVariantSchema>;

export const captionResultSchema = z
  .object({
    variants: z.array(captionVariantSchema).min(1),
    altText: z.object({ text: z.string(), characters: z.number().int(), limit: z.number().int() }),
  })
  .meta({ id: "CaptionResult" });

export type CaptionResult = z.infer<typeof captionResultSchema>;

export const usageSchema = z
  .object({
    inputTokens: z.number().int(),
    outputTokens: z.number().int(),
    /** Undefined where we know no price for the model. */
    costUsd: z.number().optional(),
    /** How many calls to the model it took, repairs and retries included. */
    calls: z.number().int(),
    /** What hearing a video took; missing where nothing was transcribed. */
    transcription: transcriptionUsageSchema.optional(),
  })
  .meta({ id: "Usage" });

export type Usage = z.infer<typeof usageSchema>;

/** What became of the sound of a video or recording. */
export const HEARD_STATES = ["heard", "silent", "no_sound", "off", "failed"] as const;

export const hearingSchema = z
  .object({
    state: z.enum(HEARD_STATES),
    /** A sentence for the person. */
    detail: z.string(),
    /** What is said; only where the state is `heard`. */
    transcript: transcriptSchema.optional(),
  })
  .meta({ id: "Hearing" });

export type Hearing = z.infer<typeof hearingSchema>;

export const captionSchema = z
  .object({
    id: captionIdSchema,
    state: z.enum(CAPTION_STATES),
    stage: z.enum(STAGES).nullable(),
    options: captionOptionsSchema,
    source: z.object({
      uploadId: uploadIdSchema,
      name: z.string(),
      type: z.string(),
      bytes: z.number().int(),
      width: z.number().int().nullable(),
      height: z.number().int().nullable(),
      /** How long a video or recording is; null for a photo. */
      seconds: z.number().nullable(),
    }),
    /** The caption this one revises, if it does. */
    revisionOf: captionIdSchema.nullable(),
    model: z.object({ id: z.string(), onDevice: z.boolean() }).nullable(),
    /** True where the same photo and options had been captioned before. */
    cached: z.boolean(),
    result: captionResultSchema.nullable(),
    /** Null for a photo, and until a video was listened to. */
    hearing: hearingSchema.nullable(),
    problem: problemSchema.nullable(),
    usage: usageSchema.nullable(),
    receipt: deletionReceiptSchema.nullable(),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "Caption" });

export type Caption = z.infer<typeof captionSchema>;

export const createCaptionSchema = z
  .strictObject({ uploadId: uploadIdSchema, options: captionOptionsSchema.prefault({}) })
  .meta({ id: "CreateCaption" });

export type CreateCaption = z.infer<typeof createCaptionSchema>;

/** Only what is to change; the rest is taken from the caption that is revised. */
export const reviseCaptionSchema = z
  .strictObject({ options: z.record(z.string(), z.unknown()).prefault({}) })
  .meta({ id: "ReviseCaption" });

export const captionPageSchema = z
  .object({
    items: z.array(captionSchema),
    /** Pass it back as `cursor` for the next page; null on the last. */
    nextCursor: z.string().nullable(),
  })
  .meta({ id: "CaptionPage" });

export type CaptionPage = z.infer<typeof captionPageSchema>;

export const listCaptionsSchema = z.object({
  cursor: z.string().max(200).optional(),
  q: plainTextSchema.max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

/** True once nothing more will happen to a caption. */
export function isFinished(state: CaptionState): boolean {
  return state === "done" || state === "failed" || state === "cancelled";
}
