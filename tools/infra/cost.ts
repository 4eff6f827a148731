import { difference } from "../../packages/infra/src/cost/compare.ts";
import type { Estimate } from "../../packages/infra/src/cost/estimate.ts";
import { estimate } from "../../packages/infra/src/cost/estimate.ts";
import {
  differenceReport,
  estimateJson,
  estimateReport,
} from "../../packages/infra/src/cost/report/report.ts";
import { runMain } from "../shared/failure.ts";
import type { CostArguments } from "./cost-arguments.ts";
import { COST_USAGE, readCostArguments, settingsFrom } from "./cost-arguments.ts";
import { synthesizedInventory } from "./synthesized.ts";

function show({ environment, format, usage }: CostArguments, made: Estimate): string {
  if (format === "json") return JSON.stringify(estimateJson(environment, made, usage), null, 2);
  return estimateReport(environment, made, usage, format === "markdown");
}

async function compare(
  { environment, format, usage }: CostArguments,
  typed: readonly string[],
  before: Estimate,
): Promise<string> {
  const source = `--with ${typed.join(" --with ")}`;
  const tried = { source, settings: settingsFrom(typed) };
  const after = estimate(await synthesizedInventory(environment, tried), usage);
  const changed = difference(before, after);
  if (format === "json") return JSON.stringify({ environment, with: typed, ...changed }, null, 2);
  return differenceReport(
    `${environment} with ${typed.join(", ")}`,
    changed,
    format === "markdown",
  );
}

async function main(): Promise<number> {
  const args = process.argv.slice(2).filter((arg) => arg !== "--");
  if (args.includes("--help")) {
    console.log(COST_USAGE);
    return 0;
  }
  const asked = readCostArguments(args);
  const made = estimate(await synthesizedInventory(asked.environment), asked.usage);
  console.log(asked.tried ? await compare(asked, asked.tried, made) : show(asked, made));
  return 0;
}

await runMain(main);
