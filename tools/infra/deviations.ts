import { ENVIRONMENTS } from "../../packages/infra/src/config/environment-config.ts";
import { loadSettings } from "../../packages/infra/src/config/load-settings.ts";
import { additionsTo } from "../../packages/infra/src/deviations/additions.ts";
import { declaredDeviations } from "../../packages/infra/src/deviations/declared.ts";
import { readEnv } from "../../packages/infra/src/env.ts";
import { runMain } from "../shared/failure.ts";
import { deviationsReport } from "./deviations-report.ts";
import { environmentOf } from "./parity-arguments.ts";
import { told } from "./told.ts";

/** `pnpm deviations [env]`: where an environment, or each, differs from the article, and why. */
async function main(): Promise<number> {
  const [named] = process.argv.slice(2).filter((arg) => arg !== "--");
  const wanted = named === undefined ? ENVIRONMENTS : [environmentOf(named)];
  const { environments, state } = await told(() => loadSettings(readEnv().settings));
  const reports = wanted.map((name) =>
    deviationsReport(
      name,
      declaredDeviations(environments[name], state),
      additionsTo(environments[name]),
    ),
  );
  console.log(reports.join("\n\n"));
  return 0;
}

await runMain(main);
