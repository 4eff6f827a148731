import { z } from "zod";
import { captionSchema, STAGES } from "./caption.ts";

/**
 * What GET /captions/:id/events sends. The SSE `event` is `type`, its `id` is `seq`; a client that
 * comes back with `Last-Event-ID` gets what it missed. `finished` is the last one.
 */
export const captionEventSchema = z
  .discriminatedUnion("type", [
    z.object({
      type: z.literal("stage"),
      seq: z.number().int(),
      stage: z.enum(STAGES),
      at: z.iso.datetime(),
    }),
    z.object({
      type: z.literal("retry"),
      seq: z.number().int(),
      /** What went wrong and when we try again, in a sentence. */
      detail: z.string(),
      at: z.iso.datetime(),
    }),
    z.object({ type: z.literal("finished"), seq: z.number().int(), caption: captionSchema }),
  ])
  .meta({ id: "CaptionEvent" });

export type CaptionEvent = z.infer<typeof captionEventSchema>;
