import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { StoredItem } from "../../ports/stored-object.ts";
import { parseFolderName } from "./part-folders.ts";
import { isMissing, storageError } from "./storage-error.ts";

const PAGE_SIZE = 1_000;

/** What lies in these folders under keys that begin so: what is in parts, then what is whole. */
export async function* listStored(
  folders: { readonly objects: string; readonly parts: string },
  prefix: string,
): AsyncGenerator<StoredItem[]> {
  yield* list(folders.parts, prefix, (entry) =>
    entry.isDirectory() ? parseFolderName(entry.name) : undefined,
  );
  yield* list(folders.objects, prefix, (entry) =>
    entry.isFile() ? { key: entry.name, multipartId: undefined } : undefined,
  );
}

async function* list(
  folder: string,
  prefix: string,
  toItem: (entry: Dirent) => Omit<StoredItem, "at"> | undefined,
): AsyncGenerator<StoredItem[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error) => {
    throw storageError(error);
  });
  let page: StoredItem[] = [];
  for (const entry of entries) {
    const item = entry.name.startsWith(prefix) ? toItem(entry) : undefined;
    if (item === undefined) continue;
    const at = await timeOf(join(folder, entry.name));
    if (at !== undefined) page.push({ ...item, at });
    if (page.length < PAGE_SIZE) continue;
    yield page;
    page = [];
  }
  yield page;
}

/** When something was written last, or undefined where it was deleted meanwhile. */
async function timeOf(path: string): Promise<Date | undefined> {
  try {
    return (await stat(path)).mtime;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw storageError(error);
  }
}
