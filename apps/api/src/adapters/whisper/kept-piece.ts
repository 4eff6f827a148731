import type { TranscriptionUsage } from "@caption-generator/schema";
import { transcriptionUsageSchema } from "@caption-generator/schema";
import { z } from "zod";
import type { Span } from "../../ports/span.ts";
import type { KeptPieces } from "../../ports/transcriber.ts";
import type { HeardAudio } from "./response.ts";

/** Nothing was heard before, and nobody keeps anything. */
export const NOTHING_KEPT: KeptPieces = { get: () => undefined, keep: async () => {} };

/** What was heard in a piece, by which model, and what that took. */
export interface KeptPiece extends HeardAudio {
  readonly model: string;
  readonly usage: TranscriptionUsage;
}

const pieceSchema: z.ZodType<KeptPiece> = z.object({
  text: z.string(),
  language: z.string().nullable(),
  segments: z.array(
    z.object({
      start: z.number(),
      end: z.number(),
      text: z.string(),
      noSpeechProb: z.number().optional(),
      avgLogprob: z.number().optional(),
    }),
  ),
  chargedSeconds: z.number().optional(),
  model: z.string(),
  usage: transcriptionUsageSchema,
});

export interface PieceName {
  /** The first of those that may be asked. */
  readonly model: string;
  readonly language: string | undefined;
  readonly span: Span;
}

/** Same model, language and stretch of the track: same key. */
export const pieceKey = ({ model, language = "", span }: PieceName) =>
  [model, language, span.start, span.end].join(" ");

/** What was kept of a piece; one of another version of this program is none. */
export function recallPiece(kept: KeptPieces, key: string): KeptPiece | undefined {
  const parsed = pieceSchema.safeParse(kept.get(key));
  return parsed.success ? parsed.data : undefined;
}
