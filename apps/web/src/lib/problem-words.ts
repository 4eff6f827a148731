import { howLong } from "./how-long.ts";
import { inputWords } from "./input-words.ts";
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
  const { code, requestId, retryAt } = problem;
  const left = retryAt === undefined ? undefined : retryAt - now;
  if (left === undefined || (code !== "rate_limited" && code !== "ai_budget_exhausted")) {
    const { title, detail, known } = inPlainWords(problem);
    return {
      ...{ title, detail, broken: true, when: undefined, mustWait: false },
      requestId: known ? undefined : requestId,
    };
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

/** What needs no look at the log, for a person can do something about it: `known`. */
function inPlainWords({ title, detail, code, errors }: ShownProblem) {
  if (code === "not_found") return { ...GONE, known: true };
  const fix = inputWords(errors);
  if (fix === undefined || !(code === "invalid_options" || code === "invalid_request")) {
    return { title, detail, known: false };
  }
  return { title: "Something is not filled in right", detail: fix, known: true };
}

const GONE = {
  title: "This is not there any more",
  detail: "It was deleted, perhaps on another page. Choose the file again to have it captioned.",
};
const TOO_FAST = {
  title: "That was more than a minute allows",
  detail: "Nothing is lost: what you chose stays here.",
};
const NO_BUDGET = {
  title: "There is no room left in today’s AI budget",
  detail:
    "Nothing was spent on this, and what you chose stays here. What was captioned before with the same options can still be had.",
};
