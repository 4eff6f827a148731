import { howLong } from "./how-long.ts";
import { openingTime } from "./opening-time.ts";
import type { ShownProblem } from "./problem.ts";

/** A problem in the words of the page. */
export interface ProblemWords {
  readonly title: string;
  readonly detail: string;
  /** Whether something went wrong; else it is only to be waited for. */
  readonly broken: boolean;
  /** What somebody may look for in the log; none where nothing is broken. */
  readonly requestId: string | undefined;
  /** When it is over, in a sentence that changes with the time. */
  readonly when: string | undefined;
  /** Whether asking again before that is known to be of no use. */
  readonly mustWait: boolean;
}

/** What a person is told of a problem now, where the service speaks to programs. @param now milliseconds since 1970 */
export function problemWords(problem: ShownProblem, now: number): ProblemWords {
  const { title, detail, code, requestId, retryAt } = problem;
  const left = retryAt === undefined ? undefined : retryAt - now;
  if (left === undefined || (code !== "rate_limited" && code !== "ai_budget_exhausted")) {
    return { title, detail, broken: true, requestId, when: undefined, mustWait: false };
  }
  const calm = { broken: false, requestId: undefined };
  if (code === "rate_limited") {
    const when = left > 0 ? `Go on in ${howLong(left)}.` : "You can go on now.";
    return { ...TOO_FAST, ...calm, when, mustWait: left > 0 };
  }
  const opens = openingTime(new Date(now + left), new Date(now));
  const when = left > 0 ? `It opens again ${opens}, in ${howLong(left)}.` : "It is open again.";
  // Less may turn out to be spent than was set aside: asking before is of some use.
  return { ...NO_BUDGET, ...calm, when, mustWait: false };
}

const TOO_FAST = {
  title: "That was more than a minute allows",
  detail: "Nothing is lost: what you chose stays here.",
};
const NO_BUDGET = {
  title: "There is no room left in today’s AI budget",
  detail:
    "Nothing was spent on this, and what you chose stays here. What was captioned before with the same options can still be had.",
};
