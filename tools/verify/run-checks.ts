import { availableParallelism } from "node:os";
import { join } from "node:path";
import { run } from "../shared/run.ts";
import type { Check } from "./checks.ts";

export interface CheckResult {
  readonly name: string;
  readonly passed: boolean;
  readonly seconds: number;
  readonly output: string;
}

async function runCheck(root: string, check: Check): Promise<CheckResult> {
  const started = performance.now();
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: "1", NEXT_TELEMETRY_DISABLED: "1" };
  const cwd = join(root, check.folder);
  const { code, output } = await run(check.command, check.args, { cwd, env });
  const seconds = (performance.now() - started) / 1000;
  return { name: check.name, passed: code === 0, seconds, output };
}

/** One line for what passed; what failed shows its program's own words, too. */
export function describe({ name, passed, seconds, output }: CheckResult): string {
  const line = `${passed ? "ok  " : "FAIL"}  ${name.padEnd(26)} ${seconds.toFixed(1)} s`;
  return passed ? line : `${line}\n${output.trimEnd()}\n`;
}

/** Runs checks, as many at once as the machine has cores, and reports each as it ends. */
export async function runChecks(
  root: string,
  checks: readonly Check[],
  report: (result: CheckResult) => void,
): Promise<CheckResult[]> {
  const waiting = [...checks];
  const results: CheckResult[] = [];
  const worker = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const result = await runCheck(root, check);
      results.push(result);
      report(result);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return results;
}
