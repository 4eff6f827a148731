import type { UploadRecord } from "./records.ts";

export interface UploadsRepository {
  insert(upload: UploadRecord): Promise<void>;
  find(id: string): Promise<UploadRecord | undefined>;
  /** Declared -> uploaded; false, and nothing done, for an upload in another state. */
  markUploaded(
    id: string,
    arrived: { readonly sha256: string | null; readonly keepUntil: Date },
  ): Promise<boolean>;
  /**
   * Declared, uploaded or being deleted -> being deleted; false, and nothing done, for an upload in another state. Only
   * where it was kept until a time before `keptUntilBefore`, where that is given.
   */
  claimUnused(id: string, keptUntilBefore?: Date): Promise<boolean>;
  /**
   * In use or being deleted -> being deleted, where its captions are all finished; false, and nothing done, otherwise.
   * Only where it was kept until a time before `keptUntilBefore`, where that is given.
   */
  claimLeft(id: string, keptUntilBefore?: Date): Promise<boolean>;
  /** Writes the deletion receipt, once: a second call keeps the first. */
  markDeleted(
    id: string,
    receipt: { readonly at: Date; readonly versions: number; readonly bytes: number },
  ): Promise<void>;
  /** Uploads of a session that no caption refers to, whatever became of their bytes. */
  listUnused(sessionId: string, limit: number): Promise<readonly UploadRecord[]>;
  /** Forgets an upload that no caption refers to. */
  remove(id: string): Promise<void>;
  /** Keeps the bytes of an upload that is in use until then. */
  keep(id: string, until: Date): Promise<void>;
  /** Uploads in use, or being deleted, that were kept until a time before `now`, and whose captions are all finished. */
  listLeft(now: Date, most: number): Promise<readonly UploadRecord[]>;
  /** Those of the ids that are of uploads whose bytes are not deleted. */
  listKept(ids: readonly string[]): Promise<readonly string[]>;
  /** Uploads that were kept until a time before `now`, and that no caption has taken. */
  listAbandoned(now: Date, most: number): Promise<readonly UploadRecord[]>;
  /** Uploads whose bytes were deleted before then, and that no caption has taken. */
  listRefused(before: Date, most: number): Promise<readonly UploadRecord[]>;
}
