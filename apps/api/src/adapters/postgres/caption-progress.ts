import type { Problem } from "@caption-generator/schema";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "../../db/database.ts";
import { captions } from "../../db/schema/index.ts";
import type { CaptionsRepository, Outcome } from "../../ports/captions-repository.ts";
import { changeAndTell } from "./change-and-tell.ts";
import { spending } from "./spending-ledger.ts";

type Progress = Pick<
  CaptionsRepository,
  "enter" | "record" | "keepStep" | "keepOutcome" | "finish" | "cancel"
>;

const unfinished = (id: string) => and(eq(captions.id, id), isNull(captions.finishedAt));

/** The steps of a caption's life; each one holds only while the caption is not finished. */
export function createCaptionProgress(db: Database): Progress {
  return {
    enter: (id, stage) =>
      changeAndTell(db, unfinished(id), {
        set: { state: "working", stage },
        event: { type: "stage", stage },
      }),

    async record(id, event) {
      await changeAndTell(db, unfinished(id), { event });
    },

    keepOutcome: (id, outcome, spent) => spending(db, spent, (tx) => keepOutcome(tx, id, outcome)),

    async keepStep(id, step) {
      await db
        .update(captions)
        .set({ steps: sql`${captions.steps} || ${JSON.stringify(step)}::jsonb` })
        .where(unfinished(id));
    },

    async finish(id) {
      const state = sql`case when ${captions.problem} is null then 'done' else 'failed' end`;
      await changeAndTell(db, unfinished(id), {
        set: { state, stage: null, steps: STEPS_LEFT, finishedAt: new Date() },
        event: { type: "finished" },
      });
    },

    cancel: (id, problem, spent) => spending(db, spent, (tx) => cancel(tx, id, problem)),
  };
}

/**
 * What a caption keeps of its steps at its end: nothing, but for one that was interrupted and may be tried again. What
 * was heard of it need not be bought again then, and what that cost is put down already.
 */
const STEPS_LEFT = sql`case
  when ${captions.problem}->>'code' is distinct from 'interrupted' then '{}'::jsonb
  when ${captions.steps} ? 'heard'
    then jsonb_build_object('heard', ${captions.steps}->'heard' || '{"spent": {}}')
  when ${captions.steps} ? 'pieces'
    then jsonb_build_object('pieces', ${captions.steps}->'pieces')
  else '{}'::jsonb
end`;

async function keepOutcome(db: Database, id: string, outcome: Outcome): Promise<boolean> {
  const rows = await db
    .update(captions)
    .set({ ...outcome })
    .where(and(unfinished(id), isNull(captions.result), isNull(captions.problem)))
    .returning({ id: captions.id });
  return rows.length > 0;
}

const cancel = (db: Database, id: string, problem: Problem): Promise<boolean> =>
  changeAndTell(db, unfinished(id), {
    set: {
      problem,
      result: null,
      state: "cancelled",
      stage: null,
      steps: {},
      finishedAt: new Date(),
    },
    event: { type: "finished" },
  });
