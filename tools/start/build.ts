import { join } from "node:path";
import { Failure } from "../shared/failure.ts";
import { fingerprint } from "../shared/fingerprint.ts";
import { run } from "../shared/run.ts";
import { unlessStamped } from "../shared/stamp.ts";
import { nextProgram } from "./programs.ts";

/** The API is missing here because the page takes only types from it, and types leave no trace. */
const INPUTS = ["apps/web", "packages/schema", "pnpm-lock.yaml"];

const isTest = (path: string) => /\.test\.tsx?$|^apps\/web\/e2e\//.test(path);

/**
 * Builds the page unless the last build was made from the same sources.
 *
 * @throws Failure with Next.js's own words when the build fails
 */
export async function ensureBuilt(root: string, signal?: AbortSignal): Promise<void> {
  const web = join(root, "apps", "web");
  const stamp = join(web, ".next", "built-from");
  const sources = fingerprint(root, INPUTS, (path) => !isTest(path));
  await unlessStamped(stamp, sources, async () => {
    console.error("Building the page ...");
    const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
    const { code, output } = await run("node", [nextProgram(web), "build"], {
      cwd: web,
      env,
      signal,
    });
    if (code !== 0) throw new Failure(`${output}\nThe page could not be built (see above).`);
  });
}
