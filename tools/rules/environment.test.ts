import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../shared/root.ts";

const BIOME = join(ROOT, "node_modules", ".bin", "biome");
const READS_ENVIRONMENT = 'export const port = process.env["PORT"];\n';

/** What Biome says of a file that would stand at `path`. */
function lint(path: string): string {
  try {
    const args = ["lint", `--stdin-file-path=${path}`];
    execFileSync(BIOME, args, { cwd: ROOT, input: READS_ENVIRONMENT, stdio: "pipe" });
    return "";
  } catch (error) {
    if (error instanceof Error && "stderr" in error) return String(error.stderr);
    throw error;
  }
}

describe("the environment", () => {
  it("may not be read by a use-case", () => {
    expect(lint("apps/api/src/uploads/planted.ts")).toContain("lint/style/noProcessEnv");
  });

  it("may not be read by a component of the page", () => {
    expect(lint("apps/web/src/features/planted.ts")).toContain("lint/style/noProcessEnv");
  });

  it("may be read by env.ts", () => {
    expect(lint("apps/api/src/env.ts")).toBe("");
  });
});
