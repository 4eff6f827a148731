import { withoutIndex } from "../inventory/value.ts";
import type { Finding } from "./check.ts";

/** A check that is not asked of some resources, on purpose. */
export interface Waiver {
  readonly checks: readonly string[];
  /** The resource, without an index; with `*` at its end, all that begin so. */
  readonly address: string;
  /** The stacks in which it is not asked. @default all */
  readonly stacks?: readonly string[];
  readonly reason: string;
}

export interface Verdict {
  /** What does not hold and has no reason not to. */
  readonly open: readonly Finding[];
  /** What does not hold, with the reason why that is accepted. */
  readonly waived: readonly (Finding & { readonly reason: string })[];
}

const covers = ({ checks, address, stacks }: Waiver, stack: string, finding: Finding): boolean =>
  checks.includes(finding.check) &&
  (stacks?.includes(stack) ?? true) &&
  (address.endsWith("*")
    ? finding.address.startsWith(address.slice(0, -1))
    : withoutIndex(finding.address) === address);

/** Parts findings into those that are accepted and those that are not. */
export function judge(
  stack: string,
  findings: readonly Finding[],
  waivers: readonly Waiver[],
): Verdict {
  const settled = findings.map((finding) => ({
    finding,
    waiver: waivers.find((each) => covers(each, stack, finding)),
  }));
  return {
    open: settled.flatMap(({ finding, waiver }) => (waiver === undefined ? [finding] : [])),
    waived: settled.flatMap(({ finding, waiver }) =>
      waiver === undefined ? [] : [{ ...finding, reason: waiver.reason }],
    ),
  };
}

/** Waivers that nothing needs any more, in any of the stacks: they are to be taken away. */
export const needless = (
  findings: Readonly<Record<string, readonly Finding[]>>,
  waivers: readonly Waiver[],
): readonly Waiver[] =>
  waivers.filter(
    (waiver) =>
      !Object.entries(findings).some(([stack, all]) =>
        all.some((finding) => covers(waiver, stack, finding)),
      ),
  );
