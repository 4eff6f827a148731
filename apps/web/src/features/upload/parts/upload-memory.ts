import type { KeyValueStore } from "../../../lib/key-value-store.ts";

/** By what a file is known again. */
export type FileLike = Pick<File, "name" | "size" | "lastModified">;

/** Which uploads had begun, so that after a reload of the page a file goes on where it was. */
export interface UploadMemory {
  /** The id of the upload that had begun for this very file and is still kept. */
  find(file: FileLike): string | undefined;
  keep(file: FileLike, upload: { readonly id: string; readonly keepUntil: string }): void;
  forget(file: FileLike): void;
}

interface Entry {
  readonly id: string;
  readonly keepUntil: string;
}

const KEY = "uploads-begun";

/** A browser that keeps nothing, as some do in private windows, is one that forgets at once. */
export function createUploadMemory(
  store: () => KeyValueStore,
  now: () => number = Date.now,
): UploadMemory {
  const read = (): Record<string, Entry> => {
    try {
      const kept = Object.entries(JSON.parse(store().getItem(KEY) ?? "{}"));
      return Object.fromEntries(kept.filter(isCurrent));
    } catch {
      return {};
    }
  };
  const isCurrent = (entry: [string, unknown]): entry is [string, Entry] =>
    isEntry(entry[1]) && Date.parse(entry[1].keepUntil) > now();
  const write = (entries: Record<string, Entry>) => {
    try {
      store().setItem(KEY, JSON.stringify(entries));
    } catch {}
  };
  return {
    find: (file) => read()[nameOf(file)]?.id,
    keep: (file, { id, keepUntil }) => write({ ...read(), [nameOf(file)]: { id, keepUntil } }),
    forget(file) {
      const { [nameOf(file)]: _, ...rest } = read();
      write(rest);
    },
  };
}

const nameOf = ({ name, size, lastModified }: FileLike) =>
  JSON.stringify([name, size, lastModified]);

function isEntry(value: unknown): value is Entry {
  if (typeof value !== "object" || value === null) return false;
  const { id, keepUntil } = value as Partial<Record<keyof Entry, unknown>>;
  return typeof id === "string" && typeof keepUntil === "string";
}
