import type { SQL } from "drizzle-orm";
import { and, eq, exists, isNotNull, or, sql } from "drizzle-orm";
import type { Database } from "../../db/database.ts";
import { captions, uploads } from "../../db/schema/index.ts";
import type { Again, BudgetClaim, RetryOutcome } from "../../ports/captions-repository.ts";
import { changeAndTell } from "./change-and-tell.ts";
import { claimBudget } from "./claim-budget.ts";
import type { EnqueueInTransaction } from "./insert-caption.ts";
import { lockUploadOf } from "./lock-upload.ts";

/** An interrupted caption and its new job: in one transaction, or none. */
export function retryCaption(
  db: Database,
  enqueue: EnqueueInTransaction,
  { id, jobId, lane, budget }: Again & { readonly id: string },
): Promise<RetryOutcome> {
  return db.transaction(async (tx) => {
    const kept = tx
      .select({ id: uploads.id })
      .from(uploads)
      .where(and(eq(uploads.id, captions.uploadId), eq(uploads.state, "used")));
    const interrupted = and(
      eq(captions.id, id),
      eq(captions.state, "failed"),
      sql`${captions.problem}->>'code' = 'interrupted'`,
      // A revision needs no file.
      or(isNotNull(captions.revisionOf), exists(kept)),
    );
    const part = budget === undefined ? undefined : await fitBudget(tx, interrupted, budget);
    if (part !== undefined) return { kind: "over_budget", part };
    // After the budget's, as whoever revises it locks both, too. A sweep that deletes its file was faster, or waits.
    await lockUploadOf(tx, id);
    const again = await changeAndTell(tx, interrupted, {
      set: { state: "queued", stage: "queued", problem: null, finishedAt: null, jobId },
      event: { type: "stage", stage: "queued" },
    });
    if (!again) return { kind: "not_retryable" };
    await enqueue(tx, lane, { jobId, captionId: id });
    return { kind: "retried" };
  });
}

/** What an interrupted caption was expected to cost counts in no budget until it is tried again. */
async function fitBudget(tx: Database, interrupted: SQL | undefined, claim: BudgetClaim) {
  const [caption] = await tx
    .select({ sessionId: captions.sessionId, expectedUsd: captions.expectedUsd })
    .from(captions)
    .where(interrupted);
  return caption === undefined ? undefined : claimBudget(tx, caption, claim);
}
