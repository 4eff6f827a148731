import { isFinished } from "@caption-generator/schema";
import { makeBill } from "../budget/make-bill.ts";
import type { Deps } from "../deps.ts";
import { AppError } from "../errors/app-error.ts";
import { toProblem } from "../errors/to-problem.ts";
import type { JobOfCaption } from "../ports/job-queue.ts";
import type { CaptionRecord } from "../ports/records.ts";
import { deleteBytes } from "../uploads/delete-bytes.ts";
import { keepADay } from "../uploads/new-upload.ts";

const INTERRUPTED =
  "The work on this caption was interrupted too often. Its file is kept for a day: try it again.";

const modelAway = (said: string) =>
  `${said} This caption has waited for that long enough. Its file is kept for a day: try it again.`;

/**
 * Ends a caption whose job was begun again and again and never came through. Its file is kept for a day, so
 * that it can be tried again. One that is being tried again, with another job, is left alone.
 * @param why what the person is told. @default that it was interrupted, or for what it waited
 */
export async function buryCaptionJob(
  deps: Pick<Deps, "captions" | "uploads" | "store" | "events" | "now" | "log">,
  { captionId, jobId }: JobOfCaption,
  why?: string,
): Promise<void> {
  const found = await findOfJob(deps, captionId, jobId);
  if (found === undefined) return;
  const said = found.caption.steps.modelAway;
  const detail = why ?? (said === undefined ? INTERRUPTED : modelAway(said));
  const problem = toProblem(new AppError({ code: "interrupted", detail, retryable: true }));
  const bill = makeBill(found.caption, deps.now());
  const dead = await deps.captions.keepOutcome(captionId, { problem }, bill, jobId);
  // Where it had an outcome before, that of another burial perhaps, only its end was missing.
  const decided = dead ? found : await findOfJob(deps, captionId, jobId);
  if (decided === undefined) return;
  if (dead || isInterrupted(decided.caption)) {
    await deps.uploads.keep(found.upload.id, keepADay(deps.now()));
  } else {
    // The sweeper makes up for it where the store is still not there.
    await deleteBytes(deps, found.upload).catch((error) => deps.log.error({ err: error }));
  }
  await deps.captions.finish(captionId);
  if (dead) deps.log.error({ caption: captionId }, "a caption's job is dead");
  deps.events.publish(captionId, "finished");
}

/** The caption, if it is not finished and this is its job still. */
async function findOfJob({ captions }: Pick<Deps, "captions">, id: string, jobId: string) {
  const found = await captions.find(id);
  if (found === undefined || isFinished(found.caption.state)) return undefined;
  return found.caption.jobId === jobId ? found : undefined;
}

const isInterrupted = ({ problem }: CaptionRecord) => problem?.code === "interrupted";
