import { randomUUID } from "node:crypto";
import type { Deps } from "../deps.ts";
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

/** Tries captions again; returns those for which that was possible. */
export async function retryDeadLetters(
  { captions }: Pick<Deps, "captions">,
  ids: readonly string[],
): Promise<readonly string[]> {
  const retried: string[] = [];
  for (const id of new Set(ids)) {
    const found = await captions.find(id);
    if (found === undefined) continue;
    const job = { jobId: randomUUID(), lane: laneOf(found.caption, found.upload) };
    if (await captions.retry(id, job)) retried.push(id);
  }
  return retried;
}
