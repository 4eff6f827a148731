import type { SQL } from "drizzle-orm";
import { eq, inArray } from "drizzle-orm";
import type { Database } from "../../db/database.ts";
import { captions, uploads } from "../../db/schema/index.ts";

/**
 * Keeps others from an upload that take it, delete it or try its captions again, until the transaction ends. What
 * the next statement sees of its captions stays so.
 */
export async function lockUpload(tx: Database, which: SQL): Promise<void> {
  await tx.select({ id: uploads.id }).from(uploads).where(which).for("update");
}

/** The same, of the upload that a caption has. */
export async function lockUploadOf(tx: Database, captionId: string): Promise<void> {
  const its = tx.select({ id: captions.uploadId }).from(captions).where(eq(captions.id, captionId));
  await lockUpload(tx, inArray(uploads.id, its));
}
