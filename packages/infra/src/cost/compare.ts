import type { Estimate } from "./estimate.ts";
import { costOf } from "./estimate.ts";
import type { Line, Span } from "./line.ts";
import { always, sum, times } from "./line.ts";

/** A line whose cost a switch changes. */
export interface Change {
  readonly address: string;
  readonly what: string;
  readonly before: Span;
  readonly after: Span;
}

export interface Difference {
  readonly changes: readonly Change[];
  /** What is saved, or with a minus spent, a month. */
  readonly saved: Span;
}

const keyOf = ({ address, what }: Line) => `${address} ${what}`;

/** What changes from one estimate to another, line by line. */
export function difference(before: Estimate, after: Estimate): Difference {
  const old = new Map(before.lines.map((line) => [keyOf(line), line]));
  const fresh = new Map(after.lines.map((line) => [keyOf(line), line]));
  const changes = [...new Map([...old, ...fresh]).entries()].flatMap(([key, { address, what }]) => {
    const from = spanOf(old.get(key));
    const to = spanOf(fresh.get(key));
    return from.low === to.low && from.high === to.high
      ? []
      : [{ address, what, before: from, after: to }];
  });
  return { changes, saved: sum(before.total, times(after.total, -1)) };
}

const spanOf = (line: Line | undefined): Span => (line === undefined ? always(0) : costOf(line));
