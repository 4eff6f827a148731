import type { SQL } from "drizzle-orm";
import { and, desc, eq, isNull, lt, or, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import type { Database } from "../../db/database.ts";
import { captionEvents, captions, idempotencyKeys, uploads } from "../../db/schema/index.ts";
import type { CaptionsRepository, ListQuery } from "../../ports/captions-repository.ts";
import { appendEvent } from "./append-event.ts";
import type { EnqueueInTransaction } from "./insert-caption.ts";
import { insertCaption } from "./insert-caption.ts";

/** Captions in Postgres. `enqueue` puts the job on the queue in the caption's own transaction. */
export function createCaptionsRepository(
  db: Database,
  enqueue: EnqueueInTransaction,
): CaptionsRepository {
  const unfinished = (id: string) => and(eq(captions.id, id), isNull(captions.finishedAt));

  async function finishWith(id: string, values: PgUpdateSetSource<typeof captions>) {
    return db.transaction(async (tx) => {
      const rows = await tx
        .update(captions)
        .set({ ...values, stage: null, finishedAt: new Date() })
        .where(unfinished(id))
        .returning({ id: captions.id });
      if (rows.length === 0) return false;
      await appendEvent(tx, id, { type: "finished" });
      return true;
    });
  }

  return {
    create: (caption, searchText, idempotency) =>
      insertCaption(db, enqueue, { caption, searchText, idempotency }),

    async findIdempotent(sessionId, key) {
      const [row] = await db
        .select({
          captionId: idempotencyKeys.captionId,
          requestHash: idempotencyKeys.requestHash,
        })
        .from(idempotencyKeys)
        .where(and(eq(idempotencyKeys.sessionId, sessionId), eq(idempotencyKeys.key, key)));
      return row;
    },

    async find(id) {
      const [row] = await withUpload(db).where(eq(captions.id, id));
      return row;
    },

    async list(query) {
      return withUpload(db)
        .where(and(...listConditions(query)))
        .orderBy(desc(captions.createdAt), desc(captions.id))
        .limit(query.limit);
    },

    async enter(id, stage) {
      return db.transaction(async (tx) => {
        const rows = await tx
          .update(captions)
          .set({ state: "working", stage })
          .where(unfinished(id))
          .returning({ id: captions.id });
        if (rows.length === 0) return false;
        await appendEvent(tx, id, { type: "stage", stage });
        return true;
      });
    },

    async record(id, event) {
      await db.transaction((tx) => appendEvent(tx, id, event));
    },

    async keepOutcome(id, outcome) {
      const rows = await db
        .update(captions)
        .set({ ...outcome })
        .where(and(unfinished(id), isNull(captions.result), isNull(captions.problem)))
        .returning({ id: captions.id });
      return rows.length > 0;
    },

    async finish(id) {
      await finishWith(id, {
        state: sql`case when ${captions.problem} is null then 'done' else 'failed' end`,
      });
    },

    cancel: (id, problem) => finishWith(id, { problem, result: null, state: "cancelled" }),

    async eventsAfter(id, seq) {
      return db
        .select({
          seq: captionEvents.seq,
          event: captionEvents.event,
          createdAt: captionEvents.createdAt,
        })
        .from(captionEvents)
        .where(and(eq(captionEvents.captionId, id), sql`${captionEvents.seq} > ${seq}`))
        .orderBy(captionEvents.seq);
    },

    async remove(id) {
      await db.transaction(async (tx) => {
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

function withUpload(db: Database) {
  return db
    .select({ caption: captions, upload: uploads })
    .from(captions)
    .innerJoin(uploads, eq(uploads.id, captions.uploadId))
    .$dynamic();
}

function listConditions({ sessionId, after, search }: ListQuery): (SQL | undefined)[] {
  return [
    eq(captions.sessionId, sessionId),
    after &&
      or(
        lt(captions.createdAt, after.createdAt),
        and(eq(captions.createdAt, after.createdAt), lt(captions.id, after.id)),
      ),
    search === undefined || search === ""
      ? undefined
      : sql`strpos(${captions.searchText}, ${search.toLowerCase()}) > 0`,
  ];
}
