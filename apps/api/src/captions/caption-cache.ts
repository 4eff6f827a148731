import { createHash } from "node:crypto";
import type { CaptionOptions } from "@caption-generator/schema";
import { captionResultSchema, hearingSchema, usageSchema } from "@caption-generator/schema";
import { z } from "zod";
import type { Cache } from "../ports/cache.ts";
import type { CaptionModel } from "../ports/caption-model.ts";
import type { WrittenOutcome } from "../ports/captions-repository.ts";
import type { Transcriber } from "../ports/transcriber.ts";
import { isMedia } from "../uploads/file-type.ts";

/** What is kept of a finished caption, to answer the same photo and options again. */
const cachedCaptionSchema = z.object({
  width: z.number().nullable(),
  height: z.number().nullable(),
  seconds: z.number().nullable(),
  hearing: hearingSchema.nullable(),
  seen: z.object({
    description: z.string(),
    facts: z.unknown().optional(),
    moments: z.array(z.object({ at: z.number(), description: z.string() })).exactOptional(),
  }),
  result: captionResultSchema,
  usage: usageSchema,
  /** Which model wrote it, where that was one that stood in for the key's. */
  modelId: z.string().exactOptional(),
});

type CachedCaption = z.infer<typeof cachedCaptionSchema>;

/** A file of which captions are made. */
interface Content {
  readonly sha256: string;
  readonly type: string;
}

interface Makers {
  readonly model: Pick<CaptionModel, "id" | "promptVersion">;
  readonly transcriber: Pick<Transcriber, "id">;
}

/** Same content, options, model and prompt, and of what can be heard the same transcriber: same key. */
export function captionCacheKey(
  { sha256, type }: Content,
  options: CaptionOptions,
  { model, transcriber }: Makers,
): string {
  const sorted = Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1));
  const makers = [model.id, model.promptVersion, ...(isMedia(type) ? [transcriber.id] : [])];
  const text = JSON.stringify([sha256, sorted, ...makers]);
  return `caption:${createHash("sha256").update(text).digest("base64url")}`;
}

/** How a caption comes out that the cache answers under a key: it costs nothing. */
export const outcomeOf = (
  cacheKey: string,
  { width, height, seconds, hearing, seen, result, modelId }: CachedCaption,
  model: Pick<CaptionModel, "id" | "onDevice">,
): Omit<WrittenOutcome, "searchText"> => ({
  ...{ cacheKey, width, height, seconds, hearing, seen, result },
  modelId: modelId ?? model.id,
  onDevice: model.onDevice,
  cached: true,
  usage: { inputTokens: 0, outputTokens: 0, costUsd: 0, calls: 0 },
});

/** What the cache holds under a key; an entry of another version of this program is a miss. */
export async function readCachedCaption(
  cache: Cache,
  key: string,
): Promise<CachedCaption | undefined> {
  const parsed = cachedCaptionSchema.safeParse(await cache.get(key));
  return parsed.success ? parsed.data : undefined;
}
