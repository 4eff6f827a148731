import { ApiProblem, isUnreachable } from "../../../lib/problem.ts";

const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;
/** About two minutes of answers that something is wrong. A lost connection is waited for without end. */
const MOST_ATTEMPTS = 8;
/** With 403 a store says that a URL has ended; the next attempt has a new one. */
const PASSING = [403, 408, 429];

/**
 * How long to wait, in milliseconds, before what failed is tried again; undefined where that is of no use.
 * @param attempt how often it had been tried before, from 0
 */
export function delayBeforeRetry(
  error: unknown,
  attempt: number,
  random: () => number = Math.random,
): number | undefined {
  const backOff = Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt) * (0.5 + random() / 2);
  if (!(error instanceof ApiProblem)) return backOff;
  const { shown, answer } = error;
  if (!shown.retryable) return undefined;
  if (!isLost(error) && (attempt >= MOST_ATTEMPTS || !mayPass(error))) return undefined;
  return answer?.retryAfterMs ?? backOff;
}

/** True where nobody was there to answer. */
export function isLost(error: unknown): boolean {
  if (!(error instanceof ApiProblem) || error.answer === undefined) return true;
  return error.shown.code !== undefined && isUnreachable(error.shown);
}

function mayPass({ shown, answer }: ApiProblem): boolean {
  if (shown.code !== undefined) return true;
  return answer !== undefined && (answer.status >= 500 || PASSING.includes(answer.status));
}
