import type { ProblemCode } from "@caption-generator/schema";
import { describe, expect, it } from "vitest";
import type { ShownProblem } from "./problem.ts";
import { problemWords } from "./problem-words.ts";

const problem = (code: ProblemCode, retryAt?: number): ShownProblem => ({
  title: "No",
  detail: "It did not work.",
  retryable: true,
  requestId: "req_1",
  code,
  ...(retryAt === undefined ? {} : { retryAt }),
});

describe("problemWords", () => {
  it("counts down what was too much for a minute, and then says that it goes on", () => {
    const tooFast = problem("rate_limited", 42_000);
    expect(problemWords(tooFast, 0)).toMatchObject({
      when: "Go on in 42 seconds.",
      mustWait: true,
    });
    expect(problemWords(tooFast, 42_000)).toMatchObject({
      when: "You can go on now.",
      mustWait: false,
    });
  });

  it("says when the budget opens again, and does not forbid to ask before", () => {
    const words = problemWords(problem("ai_budget_exhausted", 3 * 3_600_000), 0);
    expect(words.when).toMatch(/^It opens again (today|tomorrow) at .+, in 3 h\.$/u);
    expect(words).toMatchObject({ broken: false, mustWait: false, requestId: undefined });
  });

  it.each(["model_unavailable", "ai_budget_exhausted", "rate_limited"] as const)(
    "leaves the service its words where it did not say when: %s",
    (code) => {
      expect(problemWords(problem(code), 0)).toEqual({
        title: "No",
        detail: "It did not work.",
        broken: true,
        requestId: "req_1",
        when: undefined,
        mustWait: false,
      });
    },
  );

  it("says of what was deleted that it is gone, and names no ids", () => {
    const words = problemWords(problem("not_found"), 0);
    expect(words.title).toBe("This is not there any more");
    expect(words.requestId).toBeUndefined();
  });

  it.each([
    ["invalid_options", "/options/tone/custom", "This has 0 characters.", /your own tone/u],
    ["invalid_request", "/name", "This has 0 characters.", /^A key needs a name/u],
    ["invalid_options", "/options/other", "This is too much.", /^This is too much\.$/u],
  ] as const)("says what to do about %s at %s", (code, pointer, detail, said) => {
    const words = problemWords({ ...problem(code), errors: [{ pointer, detail }] }, 0);
    expect(words.detail).toMatch(said);
    expect(words.detail).not.toContain("/");
  });
});
