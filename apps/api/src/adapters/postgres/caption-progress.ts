import { and, eq, isNull, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import type { Database } from "../../db/database.ts";
import { captions } from "../../db/schema/index.ts";
import type { CaptionsRepository } from "../../ports/captions-repository.ts";
import { appendEvent } from "./append-event.ts";

type Progress = Pick<CaptionsRepository, "enter" | "record" | "keepOutcome" | "finish" | "cancel">;

const unfinished = (id: string) => and(eq(captions.id, id), isNull(captions.finishedAt));

/** The steps of a caption's life; each one holds only while the caption is not finished. */
export function createCaptionProgress(db: Database): Progress {
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
  };
}
