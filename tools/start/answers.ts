import { setTimeout as delay } from "node:timers/promises";
import { Failure } from "../shared/failure.ts";

const POLL_MS = 100;
/** Long enough for a first start on a slow disk; a server that takes longer hangs. */
const DEADLINE_MS = 120_000;

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

/**
 * Waits until a GET of `url` is answered with a 2xx.
 *
 * @throws Failure when that takes longer than `deadlineMs`; the signal's reason when it aborts
 */
export async function untilAnswers(
  url: string,
  signal: AbortSignal,
  deadlineMs = DEADLINE_MS,
): Promise<void> {
  const end = Date.now() + deadlineMs;
  while (!(await answers(url))) {
    signal.throwIfAborted();
    if (Date.now() > end) throw new Failure(`${url} did not answer within ${deadlineMs / 1000} s.`);
    await delay(POLL_MS);
  }
}
