import type { Tally } from "./tally.ts";
import { add, NOTHING } from "./tally.ts";

interface Spec {
  readonly title: string;
  readonly tests: readonly { readonly status: string }[];
}

interface Suite {
  readonly specs: readonly Spec[];
  readonly suites?: readonly Suite[];
}

/** The part of Playwright's JSON report that is counted. */
export interface PlaywrightReport {
  readonly suites: readonly Suite[];
  /** What went wrong outside of tests. */
  readonly errors: readonly unknown[];
}

function tallySpec({ title, tests }: Spec): Tally {
  const count = (...wanted: string[]) =>
    tests.filter(({ status }) => wanted.includes(status)).length;
  return {
    passed: count("expected"),
    // A test that passes only when tried again is one that cannot be relied on.
    failed: count("unexpected", "flaky"),
    skipped: tests.filter(({ status }) => status === "skipped").map(() => title),
  };
}

function tallySuite({ specs, suites = [] }: Suite): Tally {
  return [...specs.map(tallySpec), ...suites.map(tallySuite)].reduce(add, NOTHING);
}

/** Counts tests; each error outside of them counts as one failed test. */
export function tallyPlaywright({ suites, errors }: PlaywrightReport): Tally {
  const tests = suites.map(tallySuite).reduce(add, NOTHING);
  return add(tests, { ...NOTHING, failed: errors.length });
}
