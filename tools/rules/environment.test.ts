import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../shared/root.ts";
import { run } from "../shared/run.ts";
import { CLEAN_TREE } from "./clean-tree.ts";
import { plantTree } from "./tree.ts";

const BIOME = join(ROOT, "node_modules", ".bin", "biome");
const READS_ENVIRONMENT = 'export const port = process.env["PORT"];\n';

/** Whether Biome finds fault with a file at `path` that reads the environment, and only with that. */
async function isCaught(path: string): Promise<boolean> {
  const tree = plantTree({ ...CLEAN_TREE, [path]: READS_ENVIRONMENT });
  try {
    const { code, output } = await run(BIOME, ["lint", path], { cwd: tree.root });
    expect(output).toContain("Checked 1 file");
    const rules = [...output.matchAll(/lint\/\w+\/\w+/g)].map(([rule]) => rule);
    expect(rules).toEqual(code === 0 ? [] : ["lint/style/noProcessEnv"]);
    return code !== 0;
  } finally {
    tree.remove();
  }
}

describe("the environment", () => {
  it("may not be read by a use-case", async () => {
    expect(await isCaught("apps/api/src/uploads/planted.ts")).toBe(true);
  });

  it("may not be read by a component of the page", async () => {
    expect(await isCaught("apps/web/src/features/planted.ts")).toBe(true);
  });

  it("may not be read by a stack", async () => {
    expect(await isCaught("packages/infra/src/stacks/planted.ts")).toBe(true);
  });

  it.each(["apps/api", "packages/infra"])("may be read by env.ts of %s", async (folder) => {
    expect(await isCaught(`${folder}/src/env.ts`)).toBe(false);
  });
});
