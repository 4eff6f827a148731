import type { Lane } from "../ports/job-queue.ts";
import type { CaptionRecord, UploadRecord } from "../ports/records.ts";
import { isMedia } from "../uploads/file-type.ts";

/** Whose workers a caption is for: a revision, even of a video, takes as long as a photo. */
export const laneOf = (
  { revisionOf }: Pick<CaptionRecord, "revisionOf">,
  { type }: Pick<UploadRecord, "type">,
): Lane => (revisionOf === null && isMedia(type) ? "video" : "photo");
