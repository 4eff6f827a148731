import { z } from "zod";

/** Seconds from the start of the media. */
const at = z.number().nonnegative();

/** A moment of a video or recording that a caption rests on: something seen in it, or something said. */
export const evidenceSchema = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("seen"), at, what: z.string().optional() }),
    z.object({ kind: z.literal("said"), at, words: z.string() }),
  ])
  .meta({ id: "Evidence" });

export type Evidence = z.infer<typeof evidenceSchema>;
