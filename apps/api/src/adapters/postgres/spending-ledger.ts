import { and, eq, isNull, lt, sql } from "drizzle-orm";
import { usdOfSteps } from "../../budget/usd-of-steps.ts";
import type { Database } from "../../db/database.ts";
import { aiBills, aiSpending, captions } from "../../db/schema/index.ts";
import type { Steps } from "../../ports/records.ts";
import type { Amounts, Bill, SpendingLedger } from "../../ports/spending-ledger.ts";

export function createSpendingLedger(db: Database): SpendingLedger {
  return {
    async spent({ sessionId, day }) {
      const [row] = await db
        .select({
          installation: sum(sql`${aiSpending.usd}`),
          session: sum(
            sql`case when ${aiSpending.sessionId} = ${sessionId} then ${aiSpending.usd} end`,
          ),
        })
        .from(aiSpending)
        .where(eq(aiSpending.day, day));
      return row ?? NOTHING;
    },

    async underWay(sessionId) {
      const [row] = await db
        .select({
          installation: sum(sql`${captions.expectedUsd}`),
          session: sum(
            sql`case when ${captions.sessionId} = ${sessionId} then ${captions.expectedUsd} end`,
          ),
        })
        .from(captions)
        // What has its outcome is in the ledger already.
        .where(and(isNull(captions.finishedAt), isNull(captions.result), isNull(captions.problem)));
      return row ?? NOTHING;
    },

    async forgetBefore(day) {
      await db.delete(aiBills).where(lt(aiBills.day, day));
      const rows = await db
        .delete(aiSpending)
        .where(lt(aiSpending.day, day))
        .returning({ day: aiSpending.day });
      return rows.length;
    },
  };
}

const NOTHING: Amounts = { installation: 0, session: 0 };

const sum = (of: ReturnType<typeof sql>) => sql<number>`coalesce(sum(${of}), 0)`.mapWith(Number);

/**
 * Puts down what was spent along with a change: both, or neither.
 * @param change gives the caption's steps whose cost is due with it, or undefined where it came too late
 * @returns whether it came in time
 */
export function billing(
  db: Database,
  bill: Bill | undefined,
  change: (tx: Database) => Promise<Steps | undefined>,
): Promise<boolean> {
  if (bill === undefined) return change(db).then((due) => due !== undefined);
  return db.transaction(async (tx) => {
    const due = await change(tx);
    await putDown(tx, { ...bill, usd: bill.usd + usdOfSteps(due ?? {}) });
    return due !== undefined;
  });
}

/** Puts down a bill, unless one with its key was put down before. */
export async function putDown(db: Database, { key, sessionId, day, usd }: Bill): Promise<void> {
  if (usd <= 0) return;
  await db.execute(sql`
    with fresh as (
      insert into ${aiBills} (day, key) values (${day}::date, ${key})
      on conflict do nothing returning day
    )
    insert into ${aiSpending} (day, session_id, usd)
    select day, ${sessionId}, ${usd}::float8 from fresh
    on conflict (day, session_id) do update set usd = ${aiSpending}.usd + excluded.usd`);
}
