import type { Deps } from "../deps.ts";
import { buryCaptionJob } from "../pipeline/bury-caption-job.ts";
import type { JobOfCaption } from "../ports/job-queue.ts";
import type { Sweeping } from "./sweep-each.ts";
import { sweepEach } from "./sweep-each.ts";

const HOUR_MS = 60 * 60_000;

const LOST = "The work on this caption was lost. Its file is kept for a day: try it again.";

/**
 * Ends captions that nobody works on any more, nor ever will: their job is gone, and so is its dead letter. Each
 * can be tried again for a day. Returns how many those were.
 */
export function sweepLost(
  deps: Parameters<typeof buryCaptionJob>[0] & { readonly queue: Pick<Deps["queue"], "live"> },
  sweeping: Sweeping,
): Promise<number> {
  // None is stored without its job; but there is no hurry either.
  const before = new Date(deps.now().getTime() - HOUR_MS);
  return sweepEach(
    {
      list: (most) => deps.captions.listUnfinishedBefore(before, most),
      idOf: ({ captionId }: JobOfCaption) => captionId,
      async sweep(job) {
        if ((await deps.queue.live([job.jobId])).size > 0) return false;
        await buryCaptionJob(deps, job, LOST);
        return true;
      },
    },
    sweeping,
  );
}
