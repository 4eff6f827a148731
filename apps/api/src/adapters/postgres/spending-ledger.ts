import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "../../db/database.ts";
import { aiSpending, captions } from "../../db/schema/index.ts";
import type { Amounts, SpendingLedger, Spent } from "../../ports/spending-ledger.ts";

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
  };
}

const NOTHING: Amounts = { installation: 0, session: 0 };

const sum = (of: ReturnType<typeof sql>) => sql<number>`coalesce(sum(${of}), 0)`.mapWith(Number);

/** Puts down what was spent along with a change: both, or neither. */
export function spending<T>(
  db: Database,
  spent: Spent | undefined,
  change: (tx: Database) => Promise<T>,
): Promise<T> {
  if (spent === undefined || spent.usd === 0) return change(db);
  return db.transaction(async (tx) => {
    await tx
      .insert(aiSpending)
      .values(spent)
      .onConflictDoUpdate({
        target: [aiSpending.day, aiSpending.sessionId],
        set: { usd: sql`${aiSpending.usd} + excluded.usd` },
      });
    return change(tx);
  });
}
