import type { BudgetLeft } from "@caption-generator/schema";
import type { Deps } from "../deps.ts";
import type { Amounts, BudgetPart } from "../ports/spending-ledger.ts";
import { add } from "./over-budget.ts";
import { nextUtcDay, utcDay } from "./utc-day.ts";

/** What a session has left of the day's budget; undefined where there is none. */
export async function describeBudget(
  { budget, ledger, now }: Pick<Deps, "budget" | "ledger" | "now">,
  sessionId: string,
): Promise<BudgetLeft | undefined> {
  const { installationUsd, sessionUsd } = budget;
  if (installationUsd === undefined && sessionUsd === undefined) return undefined;
  const at = now();
  // In this order: one that comes out in between counts twice, and not for nothing.
  const underWay = await ledger.underWay(sessionId);
  const spent = await ledger.spent({ sessionId, day: utcDay(at) });
  const taken = add(spent, underWay);
  return {
    // Less of the two is what may still be spent.
    leftUsd: Math.min(
      left(installationUsd, taken, "installation"),
      left(sessionUsd, taken, "session"),
    ),
    ...(sessionUsd === undefined ? {} : { sessionUsd }),
    renewsAt: nextUtcDay(at).toISOString(),
  };
}

const left = (most: number | undefined, taken: Amounts, part: BudgetPart) =>
  most === undefined ? Number.POSITIVE_INFINITY : Math.max(0, most - taken[part]);
