import { uploadIdSchema } from "@caption-generator/schema";
import type { Deps } from "../deps.ts";
import type { StoredItem } from "../ports/stored-object.ts";
import type { Sweeping } from "./sweep-each.ts";
import { sweepEach } from "./sweep-each.ts";

type Needs = Pick<Deps, "uploads" | "store" | "now">;

/** With what every upload's key begins. */
const PREFIX = "upl_";

/** Longer than an upload may take: what is on its way has a row, or will have one, long before. */
const YOUNG_MS = 24 * 60 * 60_000;

/**
 * Deletes what the store keeps of uploads that nobody knows any more, or whose bytes were deleted already:
 * a process died between two steps, or a client sent once more to a URL that was still valid. Whatever is
 * no upload stays. Safe with several at once. Returns how many uploads that were.
 */
export async function sweepOrphans(deps: Needs, sweeping: Sweeping): Promise<number> {
  const { store } = deps;
  const keys = new Set<string>();
  await sweepEach(
    {
      idOf,
      list: (most) => findOrphans(deps, { most, signal: sweeping.signal }),
      sweep: async ({ key, multipartId }) => {
        if (multipartId === undefined) await store.delete(key);
        else await store.parts.abort({ key, multipartId });
        keys.add(key);
        return true;
      },
    },
    sweeping,
  );
  return keys.size;
}

/** All are found before one is deleted: a listing that loses what it lists may skip the rest. */
async function findOrphans(
  { uploads, store, now }: Needs,
  { most, signal }: { readonly most: number; readonly signal: AbortSignal },
): Promise<readonly StoredItem[]> {
  const before = new Date(now().getTime() - YOUNG_MS);
  // One that has many versions is listed as often.
  const found = new Map<string, StoredItem>();
  for await (const page of store.list(PREFIX)) {
    if (signal.aborted) break;
    const old = page.filter(({ key, at }) => at < before && isUploadId(key));
    if (old.length === 0) continue;
    const kept = new Set(await uploads.listKept(old.map(({ key }) => key)));
    for (const item of old) if (!kept.has(item.key)) found.set(idOf(item), item);
    if (found.size >= most) break;
  }
  return [...found.values()];
}

const idOf = ({ key, multipartId = "" }: StoredItem) => `${key} ${multipartId}`.trim();

const isUploadId = (key: string) => uploadIdSchema.safeParse(key).success;
