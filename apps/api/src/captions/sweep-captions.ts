import type { Deps } from "../deps.ts";
import { removeCaption } from "./remove-caption.ts";

const DAY_MS = 24 * 60 * 60_000;

/** At most so many at once: the next sweep goes on. */
const BATCH = 500;

/** Deletes what was finished longer ago than it is kept; returns how many captions that were. */
export async function sweepCaptions(
  deps: Pick<Deps, "captions" | "cache" | "store" | "uploads" | "now">,
  retentionDays: number,
): Promise<number> {
  const before = new Date(deps.now().getTime() - retentionDays * DAY_MS);
  const old = await deps.captions.listFinishedBefore(before, BATCH);
  for (const found of old) await removeCaption(deps, found);
  return old.length;
}
