import type { CaptionOptionsInput } from "@caption-generator/schema";
import { captionOptionsSchema } from "@caption-generator/schema";
import { newCaption } from "../captions/new-caption.ts";
import { newApiKeyId, newSessionId, newUploadId } from "../ids/ids.ts";
import type { ApiKeyRecord } from "../ports/api-keys-repository.ts";
import type { IdempotencyClaim, NewCaption, WrittenOutcome } from "../ports/captions-repository.ts";
import type { CaptionRecord, UploadRecord } from "../ports/records.ts";

/** An upload whose bytes are there, in a session of its own unless one is given. */
export function makeUpload(change: Partial<UploadRecord> = {}): UploadRecord {
  return {
    id: newUploadId(),
    sessionId: newSessionId(),
    name: "beach.jpg",
    type: "image/jpeg",
    bytes: 123_456,
    state: "uploaded",
    sha256: "ab".repeat(32),
    multipartId: null,
    partBytes: null,
    createdAt: new Date(),
    keepUntil: new Date(Date.now() + 60 * 60_000),
    deletedAt: null,
    deletedVersions: null,
    deletedBytes: null,
    ...change,
  };
}

/** A key of a session of its own, unless one is given. */
export function makeApiKey(change: Partial<ApiKeyRecord> = {}): ApiKeyRecord {
  const id = newApiKeyId();
  return {
    id,
    sessionId: newSessionId(),
    name: "nightly import",
    hash: `the hash of ${id}`,
    lastFour: "3fX0",
    scopes: ["captions:read"],
    accessMark: null,
    createdAt: new Date(),
    lastUsedAt: null,
    ...change,
  };
}

/** A caption of an upload, waiting for its job. */
export function makeCaption(
  upload: UploadRecord,
  change: Partial<CaptionRecord> = {},
  options: CaptionOptionsInput = {},
): CaptionRecord {
  const queued = newCaption(upload, captionOptionsSchema.parse(options), {
    createdAt: new Date(),
    revisionOf: null,
  });
  return { ...queued, ...change };
}

/** What a repository is given to store it. */
export const toCreate = (caption: CaptionRecord, idempotency?: IdempotencyClaim): NewCaption => ({
  caption,
  searchText: "x",
  lane: "photo",
  idempotency,
});

/** How a caption comes out when all goes well. */
export function makeOutcome(text = "Salt on skin."): WrittenOutcome {
  return {
    width: 320,
    height: 240,
    seconds: null,
    hearing: null,
    modelId: "model:1",
    onDevice: false,
    cached: false,
    seen: { description: "A beach.", facts: { light: [0.5, null], deep: { er: "🌊" } } },
    result: {
      variants: [
        { text, body: text, hashtags: [], characters: text.length, limit: 280, cut: false },
      ],
      altText: { text: "A beach.", characters: 8, limit: 250 },
    },
    usage: { inputTokens: 10, outputTokens: 5, costUsd: 0.001, calls: 1 },
    cacheKey: "caption:beach",
    searchText: `beach.jpg\n${text.toLowerCase()}`,
  };
}

/** The problem of a caption that may be tried again. */
export const INTERRUPTED = {
  type: "urn:caption-generator:problem:interrupted",
  title: "The work was interrupted",
  status: 503,
  detail: "The work on this caption was interrupted too often.",
  code: "interrupted",
  retryable: true,
} as const;
