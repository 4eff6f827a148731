import type { SQL } from "drizzle-orm";
import { and, eq, lt, notExists } from "drizzle-orm";
import type { Database } from "../../db/database.ts";
import { captions, uploads } from "../../db/schema/index.ts";
import type { CaptionsRepository } from "../../ports/captions-repository.ts";
import { createCaptionProgress } from "./caption-progress.ts";
import { createCaptionReads } from "./caption-reads.ts";
import type { EnqueueInTransaction } from "./insert-caption.ts";
import { insertCaption } from "./insert-caption.ts";
import { lockUploadOf } from "./lock-upload.ts";
import { retryCaption } from "./retry-caption.ts";
import { createUnfinishedCaptions } from "./unfinished-captions.ts";

/** Captions in Postgres. `enqueue` puts the job on the queue in the caption's own transaction. */
export function createCaptionsRepository(
  db: Database,
  enqueue: EnqueueInTransaction,
): CaptionsRepository {
  return {
    ...createCaptionReads(db),
    ...createCaptionProgress(db),
    ...createUnfinishedCaptions(db),

    retry: (id, again) => retryCaption(db, enqueue, { id, ...again }),

    create: (caption) => insertCaption(db, enqueue, caption),

    async remove(id) {
      await removeCaption(db, id);
    },

    removeFinished: (id, before) => removeCaption(db, id, lt(captions.finishedAt, before)),
  };
}

/** @returns whether there was such a caption, and it was as `where` asks */
function removeCaption(db: Database, id: string, where?: SQL): Promise<boolean> {
  return db.transaction(async (tx) => {
    // Of two that remove captions of one upload, or of one that revises or tries again what another removes, the
    // second sees the first.
    await lockUploadOf(tx, id);
    const [row] = await tx
      .delete(captions)
      .where(and(eq(captions.id, id), where))
      .returning({ uploadId: captions.uploadId });
    if (row === undefined) return false;
    const others = tx
      .select({ id: captions.id })
      .from(captions)
      .where(eq(captions.uploadId, row.uploadId));
    await tx.delete(uploads).where(and(eq(uploads.id, row.uploadId), notExists(others)));
    return true;
  });
}
