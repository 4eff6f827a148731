import type { Deps } from "../deps.ts";
import { AppError } from "../errors/app-error.ts";
import { toProblem } from "../errors/to-problem.ts";
import type { CaptionJob } from "../ports/job-queue.ts";
import { settleCaption } from "./settle-caption.ts";

/** Ends a caption whose job was begun again and again and never came through. */
export async function buryCaptionJob(deps: Deps, { captionId }: CaptionJob): Promise<void> {
  const found = await deps.captions.find(captionId);
  if (found === undefined) return;
  const error = new AppError({
    code: "interrupted",
    detail: "The work on this caption was interrupted too often. Upload the photo again.",
    retryable: true,
  });
  await deps.captions.keepOutcome(captionId, { problem: toProblem(error) });
  await settleCaption(deps, { captionId, uploadId: found.upload.id });
}
