import type { Problem } from "@caption-generator/schema";
import { and, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { Database } from "../../db/database.ts";
import { captions } from "../../db/schema/index.ts";
import type { CaptionsRepository, Outcome } from "../../ports/captions-repository.ts";
import type { Steps } from "../../ports/records.ts";
import { changeAndTell } from "./change-and-tell.ts";
import { billing, putDown } from "./spending-ledger.ts";

type Progress = Pick<
  CaptionsRepository,
  "enter" | "record" | "keepStep" | "keepOutcome" | "finish" | "cancel"
>;

const unfinished = (id: string) => and(eq(captions.id, id), isNull(captions.finishedAt));

const undecided = (id: string) =>
  and(unfinished(id), isNull(captions.result), isNull(captions.problem));

const decided = (id: string) =>
  and(unfinished(id), or(isNotNull(captions.result), isNotNull(captions.problem)));

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

    keepOutcome: (id, outcome, bill, jobId) =>
      billing(db, bill, (tx) => keepOutcome(tx, { id, jobId }, outcome)),

    async keepStep(id, step, bill) {
      const kept = await db
        .update(captions)
        .set({ steps: sql`${captions.steps} || ${JSON.stringify(step)}::jsonb` })
        .where(undecided(id))
        .returning({ id: captions.id });
      if (kept.length === 0 && bill !== undefined) await putDown(db, bill);
    },

    async finish(id) {
      const state = sql`case when ${captions.problem} is null then 'done' else 'failed' end`;
      await changeAndTell(db, decided(id), {
        set: { state, stage: null, steps: STEPS_LEFT, finishedAt: new Date() },
        event: { type: "finished" },
      });
    },

    cancel: (id, problem, bill) => billing(db, bill, (tx) => cancel(tx, id, problem)),
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

async function keepOutcome(
  db: Database,
  { id, jobId }: { readonly id: string; readonly jobId: string | undefined },
  outcome: Outcome,
): Promise<Steps | undefined> {
  const [kept] = await db
    .update(captions)
    .set({ ...outcome })
    .where(and(undecided(id), jobId === undefined ? undefined : eq(captions.jobId, jobId)))
    .returning({ steps: captions.steps });
  return kept?.steps;
}

/** The row is held from the look at its steps on: what is kept of another step comes before, or too late. */
async function cancel(db: Database, id: string, problem: Problem): Promise<Steps | undefined> {
  const [row] = await db
    .select({ steps: captions.steps, result: captions.result, problem: captions.problem })
    .from(captions)
    .where(unfinished(id))
    .for("update");
  const cancelled = await changeAndTell(db, unfinished(id), {
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
  if (row === undefined || !cancelled) return undefined;
  const putDownBefore = row.result !== null || row.problem !== null;
  return putDownBefore ? {} : row.steps;
}
