import type { Deps } from "../deps.ts";
import type { StoredPart } from "../ports/part-store.ts";
import type { StoredObject } from "../ports/stored-object.ts";
import { missingParts, wrongPart } from "./part-problems.ts";
import type { PartedUpload } from "./parted-upload.ts";
import { partOf } from "./parted-upload.ts";

/**
 * Makes one object of an upload's parts, which are exactly those that were declared.
 * @throws AppError upload_incomplete, upload_size_mismatch, each naming the parts at fault
 */
export async function joinParts(
  { store }: Pick<Deps, "store">,
  parted: PartedUpload,
): Promise<StoredObject> {
  const here = new Map((await store.parts.list(parted.object)).map((part) => [part.number, part]));
  const parts: StoredPart[] = [];
  const missing: number[] = [];
  for (let number = 1; number <= parted.plan.count; number += 1) {
    const part = here.get(number);
    if (part === undefined) missing.push(number);
    else parts.push(requireSize(part, partOf(parted, number).bytes));
  }
  if (missing.length > 0) throw missingParts(parted.upload, missing);
  return store.parts.complete(parted.object, parts);
}

function requireSize(part: StoredPart, bytes: number): StoredPart {
  if (part.bytes !== bytes) throw wrongPart(part.number, bytes, part.bytes);
  return part;
}
