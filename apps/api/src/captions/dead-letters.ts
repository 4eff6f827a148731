import { randomUUID } from "node:crypto";
import { utcDay } from "../budget/utc-day.ts";
import type { Deps } from "../deps.ts";
import type { RetryOutcome } from "../ports/captions-repository.ts";
import type { DeadJob } from "../ports/job-queue.ts";
import { laneOf } from "./lane-of.ts";

/** A caption whose job was given up, and whether it can be tried again still. */
export interface DeadLetter extends DeadJob {
  readonly file: string;
  readonly state: string;
}

/** At most so many are told of. */
const MOST = 1_000;

/** The captions whose jobs were given up, the latest first; those that were deleted since are left out. */
export async function listDeadLetters({
  captions,
  queue,
}: Pick<Deps, "captions" | "queue">): Promise<readonly DeadLetter[]> {
  const jobs = await queue.dead(MOST);
  const letters = await Promise.all(
    jobs.map(async (job) => {
      const found = await captions.find(job.captionId);
      if (found === undefined) return [];
      return [{ ...job, file: found.upload.name, state: found.caption.state }];
    }),
  );
  return letters.flat();
}

export interface Retried {
  readonly id: string;
  readonly outcome: RetryOutcome["kind"];
}

/** Tries captions again, as far as that is possible and fits the day's budget; those that are gone are left out. */
export async function retryDeadLetters(
  { captions, budget, now }: Pick<Deps, "captions" | "budget" | "now">,
  ids: readonly string[],
): Promise<readonly Retried[]> {
  const retried: Retried[] = [];
  for (const id of new Set(ids)) {
    const found = await captions.find(id);
    if (found === undefined) continue;
    const { kind: outcome } = await captions.retry(id, {
      jobId: randomUUID(),
      lane: laneOf(found.caption, found.upload),
      budget: { budget, day: utcDay(now()) },
    });
    retried.push({ id, outcome });
  }
  return retried;
}
