import { runMain } from "../shared/failure.ts";
import { ensureInstalled } from "../shared/install.ts";
import { ROOT } from "../shared/root.ts";
import { runBrowser, runDeployments, runStatic, runVitest } from "./suites.ts";
import type { Tally } from "./tally.ts";
import { add, NOTHING, summary } from "./tally.ts";

async function main(): Promise<number> {
  await ensureInstalled(ROOT, "all");
  console.log(
    "Deployments to an emulator run beside all others; what they print comes at the end.",
  );
  const tallies = await Promise.all([runDeployments(ROOT), runInTurn()]);
  const tally = tallies.reduce(add);
  const requireAll =
    (process.env["REQUIRE_ALL"] ?? "") !== "" && process.env["REQUIRE_ALL"] !== "0";
  const { text, failed } = summary(tally, requireAll);
  console.log(`\n${text}`);
  return failed === 0 ? 0 : 1;
}

async function runInTurn(): Promise<Tally> {
  let tally = NOTHING;
  for (const suite of [runStatic, runVitest, runBrowser]) tally = add(tally, await suite(ROOT));
  return tally;
}

await runMain(main);
