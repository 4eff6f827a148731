import type { Problem } from "@caption-generator/schema";
import { AppError, asAppError } from "./app-error.ts";
import { PROBLEM_KINDS } from "./problem-map.ts";

const INTERNAL = new AppError({
  code: "internal",
  detail:
    "This is a fault of ours, not of your request. Try again; if it stays, report the request id.",
  retryable: true,
});

/** An error as a client may see it: only an AppError, or one it was caused by, says more than that something went wrong. */
export function toProblem(error: unknown, requestId?: string): Problem {
  const known = asAppError(error) ?? INTERNAL;
  const { status, title } = PROBLEM_KINDS[known.code];
  return {
    type: `urn:caption-generator:problem:${known.code}`,
    title,
    status,
    detail: known.message,
    code: known.code,
    retryable: known.retryable,
    ...(requestId === undefined ? {} : { requestId }),
    ...(known.instance === undefined ? {} : { instance: known.instance }),
    ...(known.errors === undefined ? {} : { errors: [...known.errors] }),
  };
}
