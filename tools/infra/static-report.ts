import type { Deviation } from "../../packages/infra/src/deviations/deviation.ts";
import type { Comparison } from "../../packages/infra/src/parity/compare.ts";
import type { Verdict } from "../../packages/infra/src/parity/verdict.ts";

const RESULTS = {
  unchanged: "unchanged",
  differs: "differs",
  missing: "MISSING",
  added: "added",
} as const;

const shown = (value: unknown): string => (value === undefined ? "nothing" : JSON.stringify(value));

function lines({ address, status, differences }: Comparison, declared: boolean): string[] {
  const note = declared && status !== "unchanged" ? ", as declared" : "";
  const result = declared ? RESULTS[status] : RESULTS[status].toUpperCase();
  const details = differences.flatMap(({ argument, article, ours }) => [
    `    ${argument}`,
    `      HCL:  ${shown(article)}`,
    `      ours: ${shown(ours)}`,
  ]);
  return [`${result.padEnd(10)} ${address}${note}`, ...details];
}

const unseenLine = ({ address, argument }: Deviation): string =>
  `NOT SEEN   ${address}, ${argument}: declared to differ, and does not`;

const alreadyLine = ({ address, argument }: Deviation): string =>
  `as ours    ${address}, ${argument}: the HCL has our value already`;

/** What a person reads about a comparison: each element of the HCL, what came to it, and the sum. */
export function reportOf({ kept, added, already, faults, unseen }: Verdict): string {
  const unchanged = kept.filter(({ status }) => status === "unchanged").length;
  const sum = [
    `${unchanged} of the HCL's elements unchanged`,
    `${kept.length - unchanged} as declared`,
    `${added.length} added as declared`,
    `${faults.length + unseen.length} not declared`,
  ];
  return [
    ...[...kept, ...added].flatMap((comparison) => lines(comparison, true)),
    ...faults.flatMap((comparison) => lines(comparison, false)),
    ...already.map(alreadyLine),
    ...unseen.map(unseenLine),
    "",
    `${sum.join(", ")}.`,
  ].join("\n");
}

/** Whether nothing differs but what was declared, and all of that does. */
export const isProven = ({ faults, unseen }: Verdict): boolean =>
  faults.length + unseen.length === 0;
