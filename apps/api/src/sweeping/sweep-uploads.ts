import type { Deps } from "../deps.ts";
import type { UploadRecord } from "../ports/records.ts";
import { deleteBytes } from "../uploads/delete-bytes.ts";
import { removeUnused } from "../uploads/remove-unused.ts";
import type { Sweeping } from "./sweep-each.ts";
import { sweepEach } from "./sweep-each.ts";

type Needs = Pick<Deps, "uploads" | "store" | "now">;

const DAY_MS = 24 * 60 * 60_000;

/** Deletes what was sent, whole or in part, and never captioned; returns how many uploads that were. */
export function sweepAbandoned(deps: Needs, sweeping: Sweeping): Promise<number> {
  const now = deps.now();
  const list = (most: number) => deps.uploads.listAbandoned(now, most);
  const sweep = (upload: UploadRecord) => removeUnused(deps, upload, now);
  return sweepEach({ list, idOf, sweep }, sweeping);
}

/** Deletes the bytes of interrupted captions that nobody tried again; returns how many those were. */
export function sweepLeft(deps: Needs, sweeping: Sweeping): Promise<number> {
  const now = deps.now();
  const list = (most: number) => deps.uploads.listLeft(now, most);
  const sweep = async (upload: UploadRecord) => {
    if (!(await deps.uploads.claimLeft(upload.id, now))) return false;
    await deleteBytes(deps, upload);
    return true;
  };
  return sweepEach({ list, idOf, sweep }, sweeping);
}

/**
 * Forgets uploads that were refused after they had arrived: their bytes went at once, and whoever sent them
 * has had a day to read the receipt. Returns how many those were.
 */
export function sweepRefused(
  { uploads, now }: Pick<Needs, "uploads" | "now">,
  sweeping: Sweeping,
): Promise<number> {
  const before = new Date(now().getTime() - DAY_MS);
  const list = (most: number) => uploads.listRefused(before, most);
  const sweep = async ({ id }: UploadRecord) => {
    await uploads.remove(id);
    return true;
  };
  return sweepEach({ list, idOf, sweep }, sweeping);
}

const idOf = ({ id }: UploadRecord) => id;
