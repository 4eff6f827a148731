import type { Deps } from "../deps.ts";
import type { Sweeping } from "../uploads/sweep-each.ts";
import { sweepEach } from "../uploads/sweep-each.ts";
import { removeCaption } from "./remove-caption.ts";

const DAY_MS = 24 * 60 * 60_000;

/** Deletes what was finished longer ago than it is kept; returns how many captions that were. */
export function sweepCaptions(
  deps: Pick<Deps, "captions" | "cache" | "store" | "uploads" | "now">,
  retentionDays: number,
  sweeping: Sweeping,
): Promise<number> {
  const before = new Date(deps.now().getTime() - retentionDays * DAY_MS);
  return sweepEach(
    {
      list: (most) => deps.captions.listFinishedBefore(before, most),
      idOf: ({ caption }) => caption.id,
      sweep: (found) => removeCaption(deps, found),
    },
    sweeping,
  );
}
