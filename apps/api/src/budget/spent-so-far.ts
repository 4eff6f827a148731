import type { CaptionRecord } from "../ports/records.ts";
import type { Spent } from "../ports/spending-ledger.ts";
import { usdOf } from "./usd-of.ts";
import { utcDay } from "./utc-day.ts";

/**
 * What an undecided caption's steps have cost, even if nothing comes of it; where it has an outcome, or gets
 * one first, that is put down already.
 */
export function spentSoFar({ sessionId, steps, result, problem }: CaptionRecord, at: Date): Spent {
  if (result !== null || problem !== null)
    return { sessionId, day: utcDay(at), usd: 0, usdIfLate: 0 };
  const heard = steps.heard?.spent.transcription ?? steps.piecesSpent;
  const usd = (heard?.costUsd ?? 0) + usdOf(steps.answer?.usage ?? {});
  return { sessionId, day: utcDay(at), usd, usdIfLate: 0 };
}
