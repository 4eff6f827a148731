import { randomUUID } from "node:crypto";
import type { CaptionOptions } from "@caption-generator/schema";
import { newCaptionId } from "../ids/ids.ts";
import type { CaptionRecord, UploadRecord } from "../ports/records.ts";

/** A caption that waits for its job. */
export function newCaption(
  upload: UploadRecord,
  options: CaptionOptions,
  { createdAt, revisionOf }: { readonly createdAt: Date; readonly revisionOf: string | null },
): CaptionRecord {
  return {
    id: newCaptionId(),
    sessionId: upload.sessionId,
    uploadId: upload.id,
    revisionOf,
    jobId: randomUUID(),
    state: "queued",
    stage: "queued",
    options,
    width: null,
    height: null,
    seconds: null,
    hearing: null,
    modelId: null,
    onDevice: null,
    cached: false,
    seen: null,
    result: null,
    problem: null,
    usage: null,
    cacheKey: null,
    expectedUsd: null,
    steps: {},
    lastSeq: 0,
    createdAt,
    finishedAt: null,
  };
}
