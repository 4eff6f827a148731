import type { Terraform } from "../../terraform/terraform.ts";
import { FORGOTTEN } from "../emulated/forgotten.ts";
import { changedArguments } from "../plan-parity/changed-arguments.ts";
import type { PlanJson, ResourceChange } from "../plan-parity/plan-json.ts";
import { typeOf, withoutIndexes } from "../plan-parity/plan-json.ts";

export interface SecondPlan {
  /** What the emulator forgot, one sentence a resource. */
  readonly forgotten: readonly string[];
  /** What should not be in it. */
  readonly wrong: readonly string[];
}

/** Plans a deployed stack again, in the folder it was deployed from. */
export async function planAgain(
  cwd: string,
  env: NodeJS.ProcessEnv,
  {
    terraform,
    signal,
  }: { readonly terraform: Terraform; readonly signal?: AbortSignal | undefined },
): Promise<SecondPlan> {
  const options = { cwd, env: env as Record<string, string>, signal };
  await terraform.run(["plan", "-out=again.plan", "-no-color"], options);
  const shown = await terraform.run(["show", "-json", "again.plan"], options);
  return judgeSecondPlan(JSON.parse(shown) as PlanJson);
}

/** Tells what the emulator forgets from what a second plan should not show. */
export function judgeSecondPlan({ resource_changes = [] }: PlanJson): SecondPlan {
  const changed = resource_changes.filter(
    ({ mode, change }) => mode === "managed" && change.actions.join() !== "no-op",
  );
  const judged = changed.map((each) => ({ each, unknown: unexplained(each) }));
  return {
    forgotten: judged.flatMap(({ each, unknown }) =>
      unknown.length > 0 ? [] : [`${each.address}: ${argumentsOf(each).join(", ")}`],
    ),
    wrong: judged.flatMap(({ each, unknown }) =>
      unknown.length === 0 ? [] : [`${each.address}: ${unknown.join(", ")}`],
    ),
  };
}

/** What of a change the emulator's forgetting does not explain. */
function unexplained(change: ResourceChange): string[] {
  const actions = change.change.actions.join(" then ");
  if (actions !== "update") return [actions];
  const known = FORGOTTEN[typeOf(change.address)] ?? [];
  const isForgotten = (argument: string) =>
    known.some((each) => argument === each || argument.startsWith(`${each}.`));
  return argumentsOf(change).filter((argument) => !isForgotten(argument));
}

const argumentsOf = ({ change }: ResourceChange): string[] => [
  ...new Set(changedArguments(change).map(({ argument }) => withoutIndexes(argument))),
];
