import { holds } from "../deviations/additions.ts";
import type { Addition, Deviation } from "../deviations/deviation.ts";
import { canonical } from "../expressions/canonical.ts";
import type { Json } from "../terraform/configuration.ts";
import { isObject } from "../terraform/configuration.ts";
import type { Comparison } from "./compare.ts";
import type { Difference } from "./differences.ts";
import type { Elements } from "./elements.ts";
import { normalised } from "./normalised.ts";

/** What a comparison means, given what was declared. */
export interface Verdict {
  /** Elements of the article that are as they were, or differ as declared. */
  readonly kept: readonly Comparison[];
  /** Elements of ours that are declared as additions. */
  readonly added: readonly Comparison[];
  /** Elements that are missing, were not declared, or differ in arguments that were not. */
  readonly faults: readonly Comparison[];
  /** Deviations that make no difference, since the HCL has our value already. */
  readonly already: readonly Deviation[];
  /** Deviations that were declared and are not there. */
  readonly unseen: readonly Deviation[];
}

/**
 * Holds a comparison against the declarations: they must be all that there is, and all be there.
 *
 * @param ours the elements that were compared with the article's
 */
export function judge(
  comparisons: readonly Comparison[],
  ours: Elements,
  deviations: readonly Deviation[],
  additions: readonly Addition[],
): Verdict {
  const seen = new Set<Deviation>();
  const kept: Comparison[] = [];
  const added: Comparison[] = [];
  const faults: Comparison[] = [];
  for (const comparison of comparisons) {
    const { address, status, differences } = comparison;
    const undeclared = differences.filter((difference) => !isDeclared(address, difference));
    if (status === "added" && isDeclaredAddition(address)) added.push(comparison);
    else if (status === "missing" || status === "added") faults.push(comparison);
    else if (undeclared.length > 0) faults.push({ ...comparison, differences: undeclared });
    else kept.push(comparison);
  }
  const quiet = deviations.filter((deviation) => !seen.has(deviation));
  const already = quiet.filter((deviation) => isApplied(deviation, ours));
  return { kept, added, faults, already, unseen: quiet.filter((one) => !already.includes(one)) };

  function isDeclaredAddition(address: string): boolean {
    return additions.some((addition) => holds(addition.address, address));
  }

  function isDeclared(address: string, { argument, ours }: Difference): boolean {
    const found = deviations.find(
      (deviation) => deviation.address === address && covers(deviation, argument, ours),
    );
    if (found !== undefined) seen.add(found);
    return found !== undefined;
  }
}

/** A deviation speaks for its argument, with our value, and for what is inside it. */
function covers(deviation: Deviation, argument: string, ours: Difference["ours"]): boolean {
  if (argument.startsWith(`${deviation.argument}.`)) return true;
  if (argument !== deviation.argument || ours === undefined) return false;
  return canonical(normalised(deviation.ours)) === canonical(ours);
}

/** Whether an argument has our value, whatever the article's is. */
function isApplied({ address, argument, ours: value }: Deviation, ours: Elements): boolean {
  const found = argument
    .split(".")
    .reduce<Json | undefined>((at, key) => (isObject(at) ? at[key] : undefined), ours.get(address));
  return found !== undefined && canonical(normalised(found)) === canonical(normalised(value));
}
