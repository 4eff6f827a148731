import type { UploadRecord } from "./records.ts";

export interface UploadsRepository {
  insert(upload: UploadRecord): Promise<void>;
  find(id: string): Promise<UploadRecord | undefined>;
  /** Declared -> uploaded; false, and nothing done, for an upload in another state. */
  markUploaded(id: string, sha256: string | null): Promise<boolean>;
  /** Writes the deletion receipt, once: a second call keeps the first. */
  markDeleted(
    id: string,
    receipt: { readonly at: Date; readonly versions: number; readonly bytes: number },
  ): Promise<void>;
  /** Forgets an upload that no caption refers to. */
  remove(id: string): Promise<void>;
  /** Uploads older than `before` whose bytes nobody will use any more. */
  listAbandoned(before: Date): Promise<readonly UploadRecord[]>;
}
