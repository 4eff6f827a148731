import { and, eq, exists, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { Database } from "../../db/database.ts";
import { captions, uploads } from "../../db/schema/index.ts";
import type { Lane } from "../../ports/job-queue.ts";
import { changeAndTell } from "./change-and-tell.ts";
import type { EnqueueInTransaction } from "./insert-caption.ts";

interface Retry {
  readonly id: string;
  readonly jobId: string;
  readonly lane: Lane;
}

/** An interrupted caption and its new job: in one transaction, or none. False where it is not to be had. */
export function retryCaption(
  db: Database,
  enqueue: EnqueueInTransaction,
  { id, jobId, lane }: Retry,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const kept = tx
      .select({ id: uploads.id })
      .from(uploads)
      .where(and(eq(uploads.id, captions.uploadId), isNull(uploads.deletedAt)));
    const interrupted = and(
      eq(captions.id, id),
      eq(captions.state, "failed"),
      sql`${captions.problem}->>'code' = 'interrupted'`,
      // A revision needs no file.
      or(isNotNull(captions.revisionOf), exists(kept)),
    );
    const again = await changeAndTell(tx, interrupted, {
      set: { state: "queued", stage: "queued", problem: null, finishedAt: null, jobId },
      event: { type: "stage", stage: "queued" },
    });
    if (again) await enqueue(tx, lane, { jobId, captionId: id });
    return again;
  });
}
