import { sql } from "drizzle-orm";
import { add, both, isUnlimited, overBudget } from "../../budget/over-budget.ts";
import type { Database } from "../../db/database.ts";
import type { BudgetClaim } from "../../ports/captions-repository.ts";
import type { BudgetPart } from "../../ports/spending-ledger.ts";
import { createSpendingLedger } from "./spending-ledger.ts";

/** Any number that nothing else locks by. */
const BUDGET_LOCK = 7_301_842;

/**
 * Whether a caption fits a budget, told within the transaction that stores it: of several that come at once
 * each sees those before it.
 *
 * @returns the part that it does not fit
 */
export async function claimBudget(
  tx: Database,
  { sessionId, expectedUsd }: { readonly sessionId: string; readonly expectedUsd: number | null },
  { budget, day }: BudgetClaim,
): Promise<BudgetPart | undefined> {
  // Nobody is made to wait for his turn where there is nothing to keep to.
  if (expectedUsd === null || expectedUsd === 0 || isUnlimited(budget)) return undefined;
  await tx.execute(sql`select pg_advisory_xact_lock(${BUDGET_LOCK})`);
  const ledger = createSpendingLedger(tx);
  // In this order: one that comes out in between counts twice, and not for nothing.
  const underWay = await ledger.underWay(sessionId);
  const spent = await ledger.spent({ sessionId, day });
  return overBudget(budget, add(add(spent, underWay), both(expectedUsd)));
}
