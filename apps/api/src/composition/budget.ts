import type { Costs } from "@caption-generator/schema";
import { isUnlimited } from "../budget/over-budget.ts";
import type { Env } from "../env.ts";
import { StartupError } from "../errors/startup-error.ts";
import type { Budget } from "../ports/spending-ledger.ts";

/**
 * The day's budget, by the environment.
 * @throws StartupError where one is set and nobody knows what a model costs: it could not be kept
 */
export function budgetOf(env: Env, costs: Costs): Budget {
  const budget = budgetSet(env);
  if (isUnlimited(budget)) return budget;
  const unknown = [
    ...(costs.photo === undefined || costs.video === undefined ? ["GEMINI_MODEL"] : []),
    ...(costs.minuteHeard === undefined ? ["TRANSCRIPTION_MODEL"] : []),
  ];
  if (unknown.length > 0) {
    const set =
      budget.installationUsd === undefined
        ? "AI_BUDGET_USD_PER_SESSION_PER_DAY"
        : "AI_BUDGET_USD_PER_DAY";
    throw new StartupError(
      `${set} is set, but the price of ${unknown.join(" and of ")} is not known, so it could not be kept. Choose a model with a known price, or unset the budget.`,
    );
  }
  return budget;
}

/** The budget that is set, whether or not it can be kept. */
export function budgetSet(env: Env): Budget {
  const { AI_BUDGET_USD_PER_DAY: day, AI_BUDGET_USD_PER_SESSION_PER_DAY: session } = env;
  return {
    ...(day === undefined ? {} : { installationUsd: day }),
    ...(session === undefined ? {} : { sessionUsd: session }),
  };
}
