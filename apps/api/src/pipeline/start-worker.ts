import type { Deps } from "../deps.ts";
import { measuredJob } from "../metrics/measured.ts";
import type { Prometheus } from "../metrics/prometheus.ts";
import { inSpan } from "../tracing/in-span.ts";
import { startSweeper } from "../uploads/sweeper.ts";
import { buryCaptionJob } from "./bury-caption-job.ts";
import { runCaptionJob } from "./run-caption-job.ts";

export interface WorkerConfig {
  readonly retentionDays: number;
  readonly prometheus: Prometheus;
}

/** Makes captions and tidies up, until the queue is drained and `stop` was called. */
export async function startWorker(deps: Deps, config: WorkerConfig) {
  const { retentionDays, prometheus } = config;
  await deps.queue.work(
    (job, signal) =>
      inSpan("caption job", { "caption.id": job.captionId }, () =>
        measuredJob(runCaptionJob(deps, job, signal), prometheus),
      ),
    (job) => buryCaptionJob(deps, job),
  );
  return startSweeper(deps, { retentionDays });
}
