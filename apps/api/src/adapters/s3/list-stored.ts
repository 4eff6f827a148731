import type { StoredItem } from "../../ports/stored-object.ts";
import type { Bucket } from "./bucket.ts";
import { listBegun } from "./list-begun.ts";
import type { Version } from "./list-versions.ts";
import { listVersions } from "./list-versions.ts";

/** What is kept, or only hidden, under keys that begin so: what is in parts, then what is whole. */
export async function* listStored(bucket: Bucket, prefix: string): AsyncGenerator<StoredItem[]> {
  yield* listBegun(bucket, prefix);
  for await (const page of listVersions(bucket, prefix)) yield toItems(page);
}

/** Each key once, with its newest version's time. */
function toItems(versions: readonly Version[]): StoredItem[] {
  const newestLast = versions.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const byKey = new Map(newestLast.map(({ key, at }) => [key, at]));
  return [...byKey].map(([key, at]) => ({ key, multipartId: undefined, at }));
}
