import { AppError } from "../errors/app-error.ts";
import type { Budget, BudgetPart } from "../ports/spending-ledger.ts";
import { nextUtcDay } from "./utc-day.ts";

/** The refusal of what would pass a budget; nothing has been spent on it. */
export function budgetExhausted(budget: Budget, part: BudgetPart, now: Date): AppError {
  const whole = part === "installation";
  const usd = (whole ? budget.installationUsd : budget.sessionUsd) ?? 0;
  const renews = nextUtcDay(now);
  return new AppError({
    code: "ai_budget_exhausted",
    detail: `The ${whole ? "installation's" : "session's"} AI budget of ${usd} USD a day leaves no room for this caption. It renews at ${renews.toISOString().slice(0, 16).replace("T", " ")} UTC; what was captioned before with the same options is still answered.`,
    retryable: true,
    retryAfterMs: renews.getTime() - now.getTime(),
  });
}
