import { CAPABILITIES } from "../../apps/api/src/testing/capabilities.ts";
import { TERRAFORM_CAPABILITIES } from "../terraform/capabilities.ts";

/** What one runner counted. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** The titles of tests that were not run. */
  readonly skipped: readonly string[];
}

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: [] };

export function add(a: Tally, b: Tally): Tally {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: [...a.skipped, ...b.skipped],
  };
}

/** How a skipped test's title says what it needs: `... [needs chromium]`. */
const MARK = /\[needs (?<capability>[a-z]+)\]/;

const PROVIDERS: Readonly<Record<string, string>> = { ...CAPABILITIES, ...TERRAFORM_CAPABILITIES };

function provider(title: string): string {
  const name = MARK.exec(title)?.groups?.["capability"];
  if (name === undefined) return "skipped, and its title does not say what it needs";
  return PROVIDERS[name] ?? `needs ${name}`;
}

/**
 * The closing lines: what could not run and what provides it, then, last, the counts.
 *
 * @param requireAll whether a test that could not run counts as failed
 */
export function summary(tally: Tally, requireAll: boolean): { text: string; failed: number } {
  const { passed, skipped } = tally;
  const failed = tally.failed + (requireAll ? skipped.length : 0);
  const gaps = skipped.map((title) => `  ${title}: ${provider(title)}`);
  const heading = `Could not run here${requireAll ? ", and REQUIRE_ALL is set" : ""}:`;
  const lines = gaps.length === 0 ? [] : [heading, ...gaps, ""];
  return { text: [...lines, `${passed} passed, ${failed} failed`].join("\n"), failed };
}
