import type { Deps } from "../deps.ts";
import { deleteBytes } from "./delete-bytes.ts";

type Needs = Pick<Deps, "uploads" | "store" | "now">;

/**
 * Deletes what was sent, whole or in part, and never captioned, and the bytes of interrupted captions that
 * nobody tried again; returns how many uploads that were.
 */
export async function sweepUploads(deps: Needs): Promise<number> {
  const [abandoned, left] = await Promise.all([
    deps.uploads.listAbandoned(deps.now()),
    deps.uploads.listLeft(deps.now()),
  ]);
  for (const { id } of abandoned) {
    await deleteBytes(deps, id);
    await deps.uploads.remove(id);
  }
  for (const { id } of left) await deleteBytes(deps, id);
  return abandoned.length + left.length;
}
