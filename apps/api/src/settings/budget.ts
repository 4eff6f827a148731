import { z } from "zod";
import { unlessEmpty } from "./given.ts";

const usd = unlessEmpty(z.coerce.number().positive().max(1_000_000).optional());

/** The most that paid models may cost in a day, in US dollars at list price; any amount where it is not set. */
export const budgetSettings = {
  AI_BUDGET_USD_PER_DAY: usd,
  AI_BUDGET_USD_PER_SESSION_PER_DAY: usd,
};
