import { runMain } from "../shared/failure.ts";
import { ROOT } from "../shared/root.ts";
import { staticChecks, UNIT_TESTS } from "./checks.ts";
import { describe, runChecks } from "./run-checks.ts";

async function main(): Promise<number> {
  const started = performance.now();
  const checks = [UNIT_TESTS, ...staticChecks(ROOT)];
  const results = await runChecks(ROOT, checks, (result) => console.log(describe(result)));
  const failed = results.filter(({ passed }) => !passed).length;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${results.length - failed} of ${results.length} checks passed in ${seconds} s`);
  return failed === 0 ? 0 : 1;
}

await runMain(main);
