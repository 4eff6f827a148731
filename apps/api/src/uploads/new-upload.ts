import { newUploadId } from "../ids/ids.ts";
import type { UploadRecord } from "../ports/records.ts";

const HOUR_MS = 60 * 60_000;

/** What is here or on its way, and no caption has taken an hour later, is not coming back for one. */
export const keepWhole = (now: Date) => new Date(now.getTime() + HOUR_MS);

/** A large file gets a day: its connection may be slow, or gone for a night. So does what is to be tried again. */
export const keepADay = (now: Date) => new Date(now.getTime() + 24 * HOUR_MS);

/** An upload none of whose bytes are here yet. */
export function newUpload(
  file: Pick<UploadRecord, "sessionId" | "name" | "type" | "bytes">,
  now: Date,
): UploadRecord {
  return {
    id: newUploadId(),
    ...file,
    state: "declared",
    sha256: null,
    multipartId: null,
    partBytes: null,
    createdAt: now,
    keepUntil: keepWhole(now),
    deletedAt: null,
    deletedVersions: null,
    deletedBytes: null,
  };
}
