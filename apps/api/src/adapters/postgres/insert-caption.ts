import { isFinished } from "@caption-generator/schema";
import { and, eq } from "drizzle-orm";
import type { Database } from "../../db/database.ts";
import { captionEvents, captions, idempotencyKeys, uploads } from "../../db/schema/index.ts";
import type {
  BudgetClaim,
  CreateOutcome,
  IdempotencyClaim,
  NewCaption,
} from "../../ports/captions-repository.ts";
import type { JobOfCaption, Lane } from "../../ports/job-queue.ts";
import type { CaptionRecord, StoredEvent } from "../../ports/records.ts";
import { claimBudget } from "./claim-budget.ts";

export type EnqueueInTransaction = (tx: Database, lane: Lane, job: JobOfCaption) => Promise<void>;

/** Carries an outcome out of a transaction that must roll back. */
class RolledBack extends Error {
  readonly outcome: CreateOutcome;

  constructor(outcome: CreateOutcome) {
    super(outcome.kind);
    this.outcome = outcome;
  }
}

/** Upload taken, caption, first event, idempotency key and job: in one transaction, or none. */
export async function insertCaption(
  db: Database,
  enqueue: EnqueueInTransaction,
  { caption, searchText, lane, idempotency, budget }: NewCaption,
): Promise<CreateOutcome> {
  try {
    await db.transaction(async (tx) => {
      if (budget !== undefined) await fitBudget(tx, caption, budget);
      if (caption.revisionOf === null) await takeUpload(tx, caption.uploadId);
      else await holdUpload(tx, caption.uploadId);
      await tx.insert(captions).values({ ...caption, searchText, lastSeq: 1 });
      if (idempotency !== undefined) await claimKey(tx, caption, idempotency);
      const finished = isFinished(caption.state);
      const event: StoredEvent = finished
        ? { type: "finished" }
        : { type: "stage", stage: "queued" };
      await tx.insert(captionEvents).values({ captionId: caption.id, seq: 1, event });
      if (!finished) await enqueue(tx, lane, { jobId: caption.jobId, captionId: caption.id });
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.outcome;
    throw error;
  }
  return { kind: "created" };
}

async function fitBudget(tx: Database, caption: CaptionRecord, claim: BudgetClaim) {
  const part = await claimBudget(tx, caption, claim);
  if (part !== undefined) throw new RolledBack({ kind: "over_budget", part });
}

async function takeUpload(tx: Database, uploadId: string) {
  const rows = await tx
    .update(uploads)
    .set({ state: "used" })
    .where(and(eq(uploads.id, uploadId), eq(uploads.state, "uploaded")))
    .returning({ id: uploads.id });
  if (rows.length === 0) throw new RolledBack({ kind: "upload_taken" });
}

/** Whoever deletes the last caption of an upload waits for this one, or was faster. */
async function holdUpload(tx: Database, uploadId: string) {
  const rows = await tx
    .select({ id: uploads.id })
    .from(uploads)
    .where(eq(uploads.id, uploadId))
    .for("key share");
  if (rows.length === 0) throw new RolledBack({ kind: "upload_gone" });
}

async function claimKey(tx: Database, caption: CaptionRecord, claim: IdempotencyClaim) {
  const { sessionId } = caption;
  const claimed = await tx
    .insert(idempotencyKeys)
    .values({ ...claim, sessionId, captionId: caption.id })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  if (claimed.length > 0) return;
  const [first] = await tx
    .select()
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.sessionId, sessionId), eq(idempotencyKeys.key, claim.key)));
  if (first === undefined) throw new Error("An idempotency key vanished while it was in conflict.");
  throw new RolledBack({
    kind: "replayed",
    captionId: first.captionId,
    sameRequest: first.requestHash === claim.requestHash,
  });
}
