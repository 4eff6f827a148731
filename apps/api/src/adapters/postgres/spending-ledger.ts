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

/** Puts down what was spent along with a change, which may come too late: both, or neither. */
export function spending(
  db: Database,
  spent: Spent | undefined,
  change: (tx: Database) => Promise<boolean>,
): Promise<boolean> {
  if (spent === undefined || spent.usd === 0) return change(db);
  const { sessionId, day, usd, usdIfLate = usd } = spent;
  return db.transaction(async (tx) => {
    const inTime = await change(tx);
    const added = inTime ? usd : usdIfLate;
    if (added > 0) {
      await tx
        .insert(aiSpending)
        .values({ sessionId, day, usd: added })
        .onConflictDoUpdate({
          target: [aiSpending.day, aiSpending.sessionId],
          set: { usd: sql`${aiSpending.usd} + excluded.usd` },
        });
    }
    return inTime;
  });
}
