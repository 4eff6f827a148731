import type { Deps } from "../deps.ts";
import { startSweeper } from "../uploads/sweeper.ts";
import { buryCaptionJob } from "./bury-caption-job.ts";
import { runCaptionJob } from "./run-caption-job.ts";

/** Makes captions and tidies up, until the queue is drained and `stop` was called. */
export async function startWorker(deps: Deps, kept: { readonly retentionDays: number }) {
  await deps.queue.work(
    (job, signal) => runCaptionJob(deps, job, signal),
    (job) => buryCaptionJob(deps, job),
  );
  return startSweeper(deps, kept);
}
