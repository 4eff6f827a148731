import type { Readable } from "node:stream";
import type { PartStore } from "./part-store.ts";
import type { StoredItem, StoredObject, UploadTarget } from "./stored-object.ts";

export interface SignUpload {
  readonly key: string;
  readonly type: string;
  /** Exactly this many bytes will be taken. */
  readonly bytes: number;
}

/** Where uploads lie between arrival and caption. Keys are upload ids. */
export interface ObjectStore {
  readonly parts: PartStore;
  signUpload(request: SignUpload): Promise<UploadTarget>;
  /**
   * Stores a stream without holding it in memory; nothing is left behind if it fails.
   * @throws AppError upload_too_large past `maxBytes`, upload_empty, upload_size_mismatch if
   * `exactBytes` is given and not met, storage_unavailable.
   */
  put(
    key: string,
    body: Readable,
    limits: { readonly maxBytes: number; readonly exactBytes?: number },
  ): Promise<StoredObject>;
  /** The size of what is stored, in bytes, or undefined. */
  size(key: string): Promise<number | undefined>;
  /** The whole object; callers have checked its size. @throws AppError upload_incomplete. */
  read(key: string): Promise<Uint8Array>;
  /** The first bytes of an object, so many or all there are. @throws AppError upload_incomplete. */
  readStart(key: string, bytes: number): Promise<Uint8Array>;
  /**
   * Puts the object into a file that is not there yet, for programs that want one; it is never held in
   * memory. @throws AppError upload_incomplete.
   */
  copyTo(key: string, path: string): Promise<void>;
  /**
   * What it keeps under keys that begin so, finished or not, in pages of 1,000 at most: first what is still
   * in parts, so that nothing becomes whole unseen. A key of many versions may come more than once.
   * @throws AppError storage_unavailable
   */
  list(prefix: string): AsyncIterable<readonly StoredItem[]>;
  /** Removes every version; returns how many there were and their bytes. */
  delete(key: string): Promise<{ readonly versions: number; readonly bytes: number }>;
}
