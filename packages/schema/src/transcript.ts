import { z } from "zod";

export const transcriptSegmentSchema = z
  .object({
    /** Seconds from the start of the media. */
    start: z.number().nonnegative(),
    /** Seconds from the start of the media; never before `start`. */
    end: z.number().nonnegative(),
    text: z.string().min(1),
  })
  .refine(({ start, end }) => end >= start, { error: "ends before it starts", path: ["end"] })
  .meta({ id: "TranscriptSegment" });

export type TranscriptSegment = z.infer<typeof transcriptSegmentSchema>;

export const transcriptSchema = z
  .object({
    /** The language that is spoken as a BCP 47 tag; null where nobody told. */
    language: z.string().nullable(),
    /** What is said, in the order it is said; empty where nothing is. */
    segments: z.array(transcriptSegmentSchema),
    /** How much audio was transcribed, in seconds. */
    seconds: z.number().nonnegative(),
    /** The model that heard it: `whisper-1`. Two with a comma between them where one stood in half way. */
    model: z.string(),
  })
  .meta({ id: "Transcript" });

export type Transcript = z.infer<typeof transcriptSchema>;

export const transcriptionUsageSchema = z
  .object({
    /** The seconds of audio that were charged for. */
    seconds: z.number().nonnegative(),
    /** How many calls it took, retries included. */
    calls: z.number().int().nonnegative(),
    /** Undefined where we know no price for the model. */
    costUsd: z.number().nonnegative().optional(),
  })
  .meta({ id: "TranscriptionUsage" });

export type TranscriptionUsage = z.infer<typeof transcriptionUsageSchema>;
