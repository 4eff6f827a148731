import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { ENVIRONMENTS } from "../../packages/infra/src/config/environment-config.ts";
import { findingsIn } from "../../packages/infra/src/policy/check.ts";
import { CHECKS } from "../../packages/infra/src/policy/checks.ts";
import type { Plan } from "../../packages/infra/src/policy/plan.ts";
import { secretsIn, withPlan } from "../../packages/infra/src/policy/plan.ts";
import { policyTable } from "../../packages/infra/src/policy/table.ts";
import type { Verdict } from "../../packages/infra/src/policy/waiver.ts";
import { judge } from "../../packages/infra/src/policy/waiver.ts";
import { WAIVERS } from "../../packages/infra/src/policy/waivers.ts";
import { Failure, runMain } from "../shared/failure.ts";
import { synthesizedInventory } from "./synthesized.ts";

const STACKS = ["state-backend", ...ENVIRONMENTS] as const;

const USAGE = `pnpm policy [${STACKS.join("|")}] [--plan FILE]
       pnpm policy --table

Asks of a stack, or of all, what well-known checks ask, and lists what is waived and why.
  --table       prints, as Markdown, which well-known checks are met and which waived
  --plan FILE   looks at a plan of the stack, too: what \`terraform show -json PLAN\` printed`;

async function verdictOn(stack: (typeof STACKS)[number], plan: Plan | undefined): Promise<Verdict> {
  const written = await synthesizedInventory(stack);
  const inventory = plan === undefined ? written : withPlan(written, plan);
  const findings = findingsIn(inventory, CHECKS, { hardened: stack !== "dev" });
  return judge(stack, [...findings, ...(plan === undefined ? [] : secretsIn(plan))], WAIVERS);
}

function show(stack: string, { open, waived }: Verdict): void {
  const all = waived.map(
    ({ check, address, reason }) => `  waived  ${check}  ${address}: ${reason}`,
  );
  const bad = open.map(({ check, address, says }) => `  FAILS   ${check}  ${address}: ${says}`);
  console.log(
    [`${stack}: ${open.length} open, ${waived.length} waived`, ...bad, ...all].join("\n"),
  );
}

function readPlan(file: string | undefined): Plan | undefined {
  if (file === undefined) return undefined;
  const path = resolve(process.env["INIT_CWD"] ?? process.cwd(), file);
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Plan;
  } catch (error) {
    throw new Failure(`"${path}" is no plan in JSON: ${(error as Error).message}.`);
  }
}

function parse(args: readonly string[]) {
  const options = {
    plan: { type: "string" },
    table: { type: "boolean" },
    help: { type: "boolean" },
  } as const;
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new Failure(`${(error as Error).message}\n\n${USAGE}`, 2);
  }
}

/** Of the stacks that are asked everything. */
async function inventories() {
  const hardened = STACKS.filter((stack) => stack !== "dev");
  const all = hardened.map(async (stack) => [stack, await synthesizedInventory(stack)] as const);
  return Object.fromEntries(await Promise.all(all));
}

async function main(): Promise<number> {
  const { values, positionals } = parse(process.argv.slice(2).filter((arg) => arg !== "--"));
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (values.table) {
    console.log(policyTable(await inventories()));
    return 0;
  }
  const [named] = positionals;
  const stacks = named === undefined ? STACKS : STACKS.filter((stack) => stack === named);
  if (stacks.length === 0) {
    throw new Failure(`"${named}" is no stack. Use one of: ${STACKS.join(", ")}.`, 2);
  }
  if (values.plan !== undefined && named === undefined) {
    throw new Failure("A plan is of one stack: name it before --plan.", 2);
  }
  const plan = readPlan(values.plan);
  let open = 0;
  for (const stack of stacks) {
    const verdict = await verdictOn(stack, plan);
    show(stack, verdict);
    open += verdict.open.length;
  }
  return open === 0 ? 0 : 1;
}

await runMain(main);
