import type { Deps } from "../deps.ts";
import { deleteBytes } from "./delete-bytes.ts";

/** An upload that no caption has taken by then is not coming back for one. */
const ABANDONED_AFTER_MS = 60 * 60_000;

/** Deletes what was sent and never captioned; returns how many uploads that were. */
export async function sweepUploads(deps: Pick<Deps, "uploads" | "store" | "now">): Promise<number> {
  const before = new Date(deps.now().getTime() - ABANDONED_AFTER_MS);
  const abandoned = await deps.uploads.listAbandoned(before);
  for (const { id } of abandoned) {
    await deleteBytes(deps, id);
    await deps.uploads.remove(id);
  }
  return abandoned.length;
}
