import { runMain } from "../shared/failure.ts";
import { ensureInstalled } from "../shared/install.ts";
import { ROOT } from "../shared/root.ts";
import { runBrowser, runStatic, runVitest } from "./suites.ts";
import { add, NOTHING, summary } from "./tally.ts";

async function main(): Promise<number> {
  await ensureInstalled(ROOT, "all");
  let tally = NOTHING;
  for (const suite of [runStatic, runVitest, runBrowser]) tally = add(tally, await suite(ROOT));
  const requireAll =
    (process.env["REQUIRE_ALL"] ?? "") !== "" && process.env["REQUIRE_ALL"] !== "0";
  const { text, failed } = summary(tally, requireAll);
  console.log(`\n${text}`);
  return failed === 0 ? 0 : 1;
}

await runMain(main);
