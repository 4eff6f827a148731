import type { Deps } from "../deps.ts";
import type { CaptionWithUpload } from "../ports/records.ts";
import { deleteBytes } from "../uploads/delete-bytes.ts";
import type { Sweeping } from "./sweep-each.ts";
import { sweepEach } from "./sweep-each.ts";

type Needs = Pick<Deps, "captions" | "cache" | "store" | "uploads" | "now">;

const DAY_MS = 24 * 60 * 60_000;

/** Deletes what was finished longer ago than it is kept; returns how many captions that were. */
export function sweepCaptions(
  deps: Needs,
  retentionDays: number,
  sweeping: Sweeping,
): Promise<number> {
  const before = new Date(deps.now().getTime() - retentionDays * DAY_MS);
  return sweepEach(
    {
      list: (most) => deps.captions.listFinishedBefore(before, most),
      idOf: ({ caption }) => caption.id,
      sweep: (found) => sweepCaption(deps, found, before),
    },
    sweeping,
  );
}

/** Whoever tries it again meanwhile keeps it, and its file. */
async function sweepCaption(
  deps: Needs,
  { caption: { id, cacheKey, revisionOf }, upload }: CaptionWithUpload,
  before: Date,
): Promise<boolean> {
  if (upload.deletedAt === null && revisionOf === null) {
    if (!(await deps.uploads.claimLeft(upload.id))) return false;
    await deleteBytes(deps, upload);
  }
  if (cacheKey !== null) await deps.cache.delete(cacheKey);
  return deps.captions.removeFinished(id, before);
}
