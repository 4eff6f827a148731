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
  for (const upload of abandoned) {
    await deleteBytes(deps, upload);
    await deps.uploads.remove(upload.id);
  }
  for (const upload of left) await deleteBytes(deps, upload);
  return abandoned.length + left.length;
}
