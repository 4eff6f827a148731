import type { Amounts, Budget, BudgetPart } from "../ports/spending-ledger.ts";

/** Rounding of sums must not refuse what just fits. */
const TOLERANCE_USD = 1e-9;

export const isUnlimited = ({ installationUsd, sessionUsd }: Budget): boolean =>
  installationUsd === undefined && sessionUsd === undefined;

/** Which part of the budget would be passed, if any. @param total US dollars, what is to be added included */
export function overBudget(budget: Budget, total: Amounts): BudgetPart | undefined {
  const { installationUsd = Number.POSITIVE_INFINITY, sessionUsd = Number.POSITIVE_INFINITY } =
    budget;
  if (total.installation > installationUsd + TOLERANCE_USD) return "installation";
  if (total.session > sessionUsd + TOLERANCE_USD) return "session";
  return undefined;
}

export const add = (a: Amounts, b: Amounts): Amounts => ({
  installation: a.installation + b.installation,
  session: a.session + b.session,
});

/** One amount, which counts for the session and so for the installation. */
export const both = (usd: number): Amounts => ({ installation: usd, session: usd });
