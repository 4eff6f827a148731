import { holds } from "../../../packages/infra/src/deviations/additions.ts";
import type { ChangedArgument } from "./changed-arguments.ts";
import { changedArguments } from "./changed-arguments.ts";
import type { Difference, Finding } from "./finding.ts";
import type { PlanJson, ResourceChange } from "./plan-json.ts";
import { withoutIndexes } from "./plan-json.ts";

/** `ours`: the synthesized stack is planned over what the HCL left. `theirs`: the other way round. */
export type Planned = "ours" | "theirs";

export interface Declared {
  readonly deviations: readonly DeclaredDeviation[];
  /** Addresses, with or without indexes, of resources and of whole modules. */
  readonly additions: readonly string[];
}

export interface DeclaredDeviation {
  /** A resource's address without indexes. */
  readonly address: string;
  /** A path without indexes, `rule.filter`. */
  readonly argument: string;
  readonly reason: string;
}

/** `tags_all` says again what `tags` says. */
const plainPath = (argument: string) => withoutIndexes(argument).replace(/^tags_all\b/, "tags");

/** Whether a change is the declared one: the same argument, or one inside it. */
function covers({ argument }: DeclaredDeviation, changed: string): boolean {
  const path = plainPath(changed);
  return path === argument || path.startsWith(`${argument}.`);
}

function judgeChange(
  { address, previous_address, change }: ResourceChange,
  planned: Planned,
  declared: Declared,
): Finding {
  const differences = changedArguments(change).map(
    ({ argument, before, after }: ChangedArgument): Difference => {
      const [article, ours] = planned === "ours" ? [before, after] : [after, before];
      const deviation = declared.deviations.find(
        (one) => one.address === withoutIndexes(address) && covers(one, argument),
      );
      return { argument, article, ours, ...(deviation && { reason: deviation.reason }) };
    },
  );
  const actions = change.actions.join(" ");
  const [oursAlone, theirsAlone] = planned === "ours" ? ["create", "delete"] : ["delete", "create"];
  if (previous_address !== undefined) return { kind: "moved", address, from: previous_address };
  if (actions === "no-op") return { kind: "unchanged", address };
  if (actions === theirsAlone || actions === "forget") return { kind: "missing", address };
  if (actions === oursAlone) {
    const known = declared.additions.some((one) => isSame(one, address));
    return { kind: known ? "addition" : "undeclared", address };
  }
  if (actions !== "update") return { kind: "replaced", address, differences };
  const unexplained = differences.some(({ reason }) => reason === undefined);
  return { kind: unexplained ? "differs" : "deviates", address, differences };
}

/** Whether an addition, which may be a module, is or holds the resource at this address. */
const isSame = (declared: string, address: string) =>
  declared === address || holds(declared, withoutIndexes(address));

/** What was declared and is not in the plan: a declaration that outlived its reason. */
function unseen(findings: readonly Finding[], declared: Declared): Finding[] {
  const deviations = declared.deviations.filter(
    (one) =>
      !findings.some(
        (finding) =>
          "differences" in finding &&
          withoutIndexes(finding.address) === one.address &&
          finding.differences.some(({ argument }) => covers(one, argument)),
      ),
  );
  const additions = declared.additions.filter(
    (one) => !findings.some(({ kind, address }) => kind === "addition" && isSame(one, address)),
  );
  return [
    ...deviations.map(({ address, argument }) => ({
      kind: "unseen" as const,
      address,
      what: `the declared deviation of ${argument}`,
    })),
    ...additions.map((address) => ({
      kind: "unseen" as const,
      address,
      what: "the declared addition",
    })),
  ];
}

/** Holds a plan against what is declared: a finding a resource, and one for each declaration it lacks. */
export function judge(plan: PlanJson, planned: Planned, declared: Declared): Finding[] {
  const findings = (plan.resource_changes ?? [])
    .filter(({ mode }) => mode === "managed")
    .map((change) => judgeChange(change, planned, declared));
  return [...findings, ...unseen(findings, declared)];
}
