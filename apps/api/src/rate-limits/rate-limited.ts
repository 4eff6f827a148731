import { AppError } from "../errors/app-error.ts";
import type { Kind } from "./kinds.ts";
import type { Taken } from "./take-allowance.ts";

/** What is wrong with one request too many, by the quota that takes longest to be there again; undefined where there is none. */
export function rateLimited(kind: Kind, taken: readonly Taken[]): AppError | undefined {
  const refused = taken.filter(({ allowed }) => !allowed);
  const last = refused.toSorted((a, b) => b.resetMs - a.resetMs)[0];
  if (last === undefined) return undefined;
  const { quota, resetMs } = last;
  const whose = quota.name.endsWith("-address") ? "for all at one address" : "for each visitor";
  const seconds = Math.max(1, Math.ceil(resetMs / 1_000));
  return new AppError({
    code: "rate_limited",
    detail: `There may be ${quota.most} ${kind} a minute ${whose}, and there were more. Try again in ${seconds} s.`,
    retryable: true,
    retryAfterMs: resetMs,
  });
}
