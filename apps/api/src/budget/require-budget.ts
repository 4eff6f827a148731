import type { Deps } from "../deps.ts";
import { budgetExhausted } from "./budget-exhausted.ts";
import { add, both, isUnlimited, overBudget } from "./over-budget.ts";
import { utcDay } from "./utc-day.ts";

/**
 * Looks once more before money is spent: what came before may have cost more than was expected.
 * @throws AppError ai_budget_exhausted
 */
export async function requireBudget(
  { budget, ledger, now }: Pick<Deps, "budget" | "ledger" | "now">,
  { sessionId, expectedUsd }: { readonly sessionId: string; readonly expectedUsd: number | null },
): Promise<void> {
  if (expectedUsd === null || expectedUsd === 0 || isUnlimited(budget)) return;
  const at = now();
  const spent = await ledger.spent({ sessionId, day: utcDay(at) });
  const part = overBudget(budget, add(spent, both(expectedUsd)));
  if (part !== undefined) throw budgetExhausted(budget, part, at);
}
