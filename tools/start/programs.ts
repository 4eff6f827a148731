import { createRequire } from "node:module";
import { join } from "node:path";

/** Next.js's own script: run by node itself, so that a signal reaches the server and not a wrapper. */
export function nextProgram(web: string): string {
  return createRequire(join(web, "package.json")).resolve("next/dist/bin/next");
}
