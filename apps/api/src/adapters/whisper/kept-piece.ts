import { z } from "zod";
import type { KeptPieces, Span } from "../../ports/transcriber.ts";
import type { Heard } from "./response.ts";

/** Nothing was heard before, and nobody keeps anything. */
export const NOTHING_KEPT: KeptPieces = { get: () => undefined, keep: async () => {} };

const pieceSchema: z.ZodType<Heard> = z.object({
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
});

export interface PieceName {
  readonly model: string;
  readonly language: string | undefined;
  readonly span: Span;
}

/** Same model, language and stretch of the track: same key. */
export const pieceKey = ({ model, language = "", span }: PieceName) =>
  [model, language, span.start, span.end].join(" ");

/** What was kept of a piece; one of another version of this program is none. */
export function recallPiece(kept: KeptPieces, key: string): Heard | undefined {
  const parsed = pieceSchema.safeParse(kept.get(key));
  return parsed.success ? parsed.data : undefined;
}
