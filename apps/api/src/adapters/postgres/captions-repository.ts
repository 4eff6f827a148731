import { and, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "../../db/database.ts";
import { captions, uploads } from "../../db/schema/index.ts";
import type { CaptionsRepository } from "../../ports/captions-repository.ts";
import { createCaptionProgress } from "./caption-progress.ts";
import { createCaptionReads } from "./caption-reads.ts";
import type { EnqueueInTransaction } from "./insert-caption.ts";
import { insertCaption } from "./insert-caption.ts";
import { retryCaption } from "./retry-caption.ts";

/** Captions in Postgres. `enqueue` puts the job on the queue in the caption's own transaction. */
export function createCaptionsRepository(
  db: Database,
  enqueue: EnqueueInTransaction,
): CaptionsRepository {
  return {
    ...createCaptionReads(db),
    ...createCaptionProgress(db),

    retry: (id, again) => retryCaption(db, enqueue, { id, ...again }),

    create: (caption) => insertCaption(db, enqueue, caption),

    async remove(id) {
      await db.transaction(async (tx) => {
        await lockUploadOf(tx, id);
        const [row] = await tx
          .delete(captions)
          .where(eq(captions.id, id))
          .returning({ uploadId: captions.uploadId });
        if (row === undefined) return;
        const others = tx
          .select({ id: captions.id })
          .from(captions)
          .where(eq(captions.uploadId, row.uploadId));
        await tx
          .delete(uploads)
          .where(and(eq(uploads.id, row.uploadId), sql`not exists (${others})`));
      });
    },
  };
}

/** Of two that remove captions of one upload, or of one that revises what another removes, the second sees the first. */
async function lockUploadOf(tx: Database, captionId: string): Promise<void> {
  const its = tx.select({ id: captions.uploadId }).from(captions).where(eq(captions.id, captionId));
  await tx.select({ id: uploads.id }).from(uploads).where(inArray(uploads.id, its)).for("update");
}
