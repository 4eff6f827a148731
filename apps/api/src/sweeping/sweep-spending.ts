import { utcDay } from "../budget/utc-day.ts";
import type { Deps } from "../deps.ts";

const DAY_MS = 24 * 60 * 60_000;

/** A budget is a day's. The rest is for whoever asks next month what the last one has cost. */
const KEPT_DAYS = 40;

/** Forgets what was spent so long ago that nobody asks; returns of how many sessions and days that was. */
export function sweepSpending({ ledger, now }: Pick<Deps, "ledger" | "now">): Promise<number> {
  return ledger.forgetBefore(utcDay(new Date(now().getTime() - KEPT_DAYS * DAY_MS)));
}
