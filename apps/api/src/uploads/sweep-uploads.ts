import type { Deps } from "../deps.ts";
import { deleteBytes } from "./delete-bytes.ts";

/** Deletes what was sent, whole or in part, and never captioned; returns how many uploads that were. */
export async function sweepUploads(deps: Pick<Deps, "uploads" | "store" | "now">): Promise<number> {
  const abandoned = await deps.uploads.listAbandoned(deps.now());
  for (const { id } of abandoned) {
    await deleteBytes(deps, id);
    await deps.uploads.remove(id);
  }
  return abandoned.length;
}
