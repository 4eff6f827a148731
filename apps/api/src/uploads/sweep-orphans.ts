import { uploadIdSchema } from "@caption-generator/schema";
import type { Deps } from "../deps.ts";
import type { StoredItem } from "../ports/stored-object.ts";

type Needs = Pick<Deps, "uploads" | "store" | "now">;

/** With what every upload's key begins. */
const PREFIX = "upl_";

/** Longer than an upload may take: what is on its way has a row, or will have one, long before. */
const YOUNG_MS = 24 * 60 * 60_000;

/** At most so many at once: the next sweep goes on. */
const BATCH = 1_000;

/**
 * Deletes what the store keeps of uploads that nobody knows any more, or whose bytes were deleted already:
 * a process died between two steps, or a client sent once more to a URL that was still valid. Whatever is
 * no upload stays. Safe with several at once. Returns how many uploads that were.
 */
export async function sweepOrphans(deps: Needs): Promise<number> {
  const orphans = await findOrphans(deps);
  for (const { key, multipartId } of orphans) {
    if (multipartId === undefined) await deps.store.delete(key);
    else await deps.store.parts.abort({ key, multipartId });
  }
  return new Set(orphans.map(({ key }) => key)).size;
}

/** All are found before one is deleted: a listing that loses what it lists may skip the rest. */
async function findOrphans({ uploads, store, now }: Needs): Promise<readonly StoredItem[]> {
  const before = new Date(now().getTime() - YOUNG_MS);
  const found: StoredItem[] = [];
  for await (const page of store.list(PREFIX)) {
    const old = page.filter(({ key, at }) => at < before && isUploadId(key));
    if (old.length === 0) continue;
    const kept = new Set(await uploads.listKept(old.map(({ key }) => key)));
    found.push(...old.filter(({ key }) => !kept.has(key)));
    if (found.length >= BATCH) break;
  }
  return found;
}

const isUploadId = (key: string) => uploadIdSchema.safeParse(key).success;
