import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../shared/run.ts";
import type { Tally } from "./tally.ts";

export interface Runner<Report> {
  readonly name: string;
  readonly command: string;
  readonly cwd: string;
  args(reportFile: string): readonly string[];
  env(reportFile: string): NodeJS.ProcessEnv;
  tally(report: Report): Tally;
}

const ONE_FAILED: Tally = { passed: 0, failed: 1, skipped: [] };

interface RunnerOptions {
  /** When its output goes to the terminal; at the end where others write there meanwhile. */
  readonly output?: "as it comes" | "at the end";
}

/**
 * Runs a test runner and counts what its JSON report says. A runner that fails without a failed test, or
 * leaves no report, counts as one failed test.
 */
export async function runTests<Report>(
  runner: Runner<Report>,
  { output: when = "as it comes" }: RunnerOptions = {},
): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), "report-"));
  const file = join(folder, "report.json");
  try {
    const env = { ...process.env, ...runner.env(file) };
    const { code, output } = await run(runner.command, runner.args(file), {
      cwd: runner.cwd,
      env,
      show: when === "as it comes",
    });
    if (output !== "") console.log(output);
    if (!existsSync(file)) {
      console.error(`${runner.name} ended with code ${code} and left no report.`);
      return ONE_FAILED;
    }
    const tally = runner.tally(JSON.parse(readFileSync(file, "utf8")) as Report);
    if (code === 0 || tally.failed > 0) return tally;
    console.error(`${runner.name} ended with code ${code} though no test failed.`);
    return { ...tally, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
