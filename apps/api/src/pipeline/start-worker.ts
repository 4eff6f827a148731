import type { Deps } from "../deps.ts";
import { measuredJob } from "../metrics/measured.ts";
import type { Prometheus } from "../metrics/prometheus.ts";
import type { StageTimes } from "../metrics/stage-times.ts";
import { startSweeper } from "../sweeping/sweeper.ts";
import { inSpan } from "../tracing/in-span.ts";
import { buryCaptionJob } from "./bury-caption-job.ts";
import { runCaptionJob } from "./run-caption-job.ts";

export interface WorkerConfig {
  readonly retentionDays: number;
  readonly prometheus: Prometheus;
  readonly times: StageTimes;
}

/** Makes captions and tidies up, until the queue is drained and `stop` was called. */
export async function startWorker(deps: Deps, config: WorkerConfig) {
  const { retentionDays, prometheus, times } = config;
  await deps.queue.work(
    (job, signal) =>
      inSpan("caption job", { "caption.id": job.captionId }, () =>
        measuredJob(job, () => runCaptionJob(deps, job, signal), { prometheus, times }),
      ),
    (job) => buryCaptionJob(deps, job),
  );
  return startSweeper(deps, { retentionDays });
}
