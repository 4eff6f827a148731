import { isFinished } from "@caption-generator/schema";
import { spentSoFar } from "../budget/spent-so-far.ts";
import type { Deps } from "../deps.ts";
import { AppError } from "../errors/app-error.ts";
import { toProblem } from "../errors/to-problem.ts";
import type { CaptionJob } from "../ports/job-queue.ts";
import { deleteBytes } from "../uploads/delete-bytes.ts";
import { keepADay } from "../uploads/new-upload.ts";

const INTERRUPTED =
  "The work on this caption was interrupted too often. Its file is kept for a day: try it again.";

const modelAway = (said: string) =>
  `${said} This caption has waited for that long enough. Its file is kept for a day: try it again.`;

/**
 * Ends a caption whose job was begun again and again and never came through. Its file is kept for a day, so
 * that it can be tried again.
 */
export async function buryCaptionJob(deps: Deps, { captionId }: CaptionJob): Promise<void> {
  const found = await deps.captions.find(captionId);
  if (found === undefined || isFinished(found.caption.state)) return;
  const { caption, upload } = found;
  const said = caption.steps.modelAway;
  const detail = said === undefined ? INTERRUPTED : modelAway(said);
  const error = new AppError({ code: "interrupted", detail, retryable: true });
  const problem = toProblem(error);
  const spent = spentSoFar(caption, deps.now());
  const dead = await deps.captions.keepOutcome(captionId, { problem }, spent);
  // It had come out before, one way or the other, and only its end was missing: the file's deletion, which
  // the sweeper makes up for where the store is still not there.
  if (!dead) await deleteBytes(deps, upload).catch((error) => deps.log.error({ err: error }));
  else await deps.uploads.keep(upload.id, keepADay(deps.now()));
  await deps.captions.finish(captionId);
  if (dead) deps.log.error({ caption: captionId }, "a caption's job is dead");
  deps.events.publish(captionId, "finished");
}
