import { AppError } from "../errors/app-error.ts";
import type { Fault } from "./circuit-breaker.ts";

/** Whoever asks to be left alone for longer, in milliseconds, is there and refuses: a quota for the day, say. */
export const LONGEST_PAUSE_MS = 600_000;

/** What a failed call of a paid model says about whoever offers it: what may pass by itself is theirs. */
export function judgeCall(error: unknown, signal: AbortSignal): Fault {
  if (signal.aborted) return { kind: "abandoned" };
  if (!(error instanceof AppError) || !error.retryable) return { kind: "refused" };
  const { retryAfterMs } = error;
  if (retryAfterMs !== undefined && retryAfterMs > LONGEST_PAUSE_MS) return { kind: "refused" };
  return { kind: "away", askedMs: retryAfterMs };
}
