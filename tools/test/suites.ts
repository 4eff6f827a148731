import { existsSync } from "node:fs";
import { join } from "node:path";
import { has, needing } from "../../apps/api/src/testing/capabilities.ts";
import { Failure } from "../shared/failure.ts";
import { ensureBuilt } from "../start/build.ts";
import { staticChecks } from "../verify/checks.ts";
import { describe, runChecks } from "../verify/run-checks.ts";
import type { PlaywrightReport } from "./playwright-report.ts";
import { tallyPlaywright } from "./playwright-report.ts";
import type { Runner } from "./runner.ts";
import { runTests } from "./runner.ts";
import type { Tally } from "./tally.ts";
import { NOTHING } from "./tally.ts";
import type { VitestReport } from "./vitest-report.ts";
import { tallyVitest } from "./vitest-report.ts";

/** Types, lint and rules: each check counts as one test. */
export async function runStatic(root: string): Promise<Tally> {
  const report = (result: Parameters<typeof describe>[0]) => console.log(describe(result));
  const results = await runChecks(root, staticChecks(root), report);
  const passed = results.filter((result) => result.passed).length;
  return { passed, failed: results.length - passed, skipped: [] };
}

/** Unit, contract, integration and rule tests. */
export function runVitest(root: string): Promise<Tally> {
  return runTests(vitest(root, ["--project=!deployments"]));
}

/** Deployments to an emulator: minutes of waiting, so that others run beside them. */
export function runDeployments(root: string): Promise<Tally> {
  const args = ["--project=deployments", "--maxWorkers=1"];
  return runTests(vitest(root, args), { output: "at the end" });
}

function vitest(root: string, args: readonly string[]): Runner<VitestReport> {
  return {
    name: "Vitest",
    command: join(root, "node_modules", ".bin", "vitest"),
    cwd: root,
    args: (file) => [
      "run",
      ...args,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${file}`,
    ],
    env: () => ({}),
    tally: tallyVitest,
  };
}

/** The tests in a browser, against the built page. */
export async function runBrowser(root: string): Promise<Tally> {
  const web = join(root, "apps", "web");
  if (!existsSync(join(web, "playwright.config.ts"))) return NOTHING;
  if (!has("chromium")) {
    return { ...NOTHING, skipped: [needing("chromium", "the tests in apps/web/e2e")] };
  }
  try {
    await ensureBuilt(root);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(error.message);
    return { ...NOTHING, failed: 1 };
  }
  return await runTests<PlaywrightReport>({
    name: "Playwright",
    command: join(web, "node_modules", ".bin", "playwright"),
    cwd: web,
    args: () => ["test", "--reporter=list,json"],
    env: (file) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: file }),
    tally: tallyPlaywright,
  });
}
