import type { Difference } from "./differences.ts";
import { differences } from "./differences.ts";
import type { Elements } from "./elements.ts";
import { elementsOf } from "./elements.ts";
import type { Project } from "./project.ts";

/** What became of one element of the article's configuration, or came to it. */
export interface Comparison {
  readonly address: string;
  readonly status: "unchanged" | "differs" | "missing" | "added";
  /** The arguments that differ; empty for every other status. */
  readonly differences: readonly Difference[];
}

/**
 * Compares two projects, element by element and argument by argument, in the article's order. Values of
 * variables are compared where both are for the same environment.
 */
export function compareProjects(article: Project, ours: Project): readonly Comparison[] {
  const pairs = compareElements(elementsOf(article), elementsOf(ours));
  if (article.values["environment"] !== ours.values["environment"]) return pairs;
  const values = compareElements(
    new Map([["values", article.values]]),
    new Map([["values", ours.values]]),
  );
  return [...pairs, ...values];
}

function compareElements(article: Elements, ours: Elements): readonly Comparison[] {
  const kept = [...article].map(([address, theirs]): Comparison => {
    const own = ours.get(address);
    if (own === undefined) return { address, status: "missing", differences: [] };
    const found = differences(address, theirs, own);
    return { address, status: found.length === 0 ? "unchanged" : "differs", differences: found };
  });
  const added = [...ours.keys()]
    .filter((address) => !article.has(address))
    .map((address): Comparison => ({ address, status: "added", differences: [] }));
  return [...kept, ...added];
}
