import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../shared/root.ts";
import { run } from "../shared/run.ts";
import { CLEAN_TREE } from "./clean-tree.ts";
import type { Files } from "./tree.ts";
import { plantTree } from "./tree.ts";

const TURBO = join(ROOT, "node_modules", ".bin", "turbo");

async function boundaries(planted: Files) {
  const tree = plantTree({ ...CLEAN_TREE, ...planted });
  try {
    const env = { ...process.env, TURBO_TELEMETRY_DISABLED: "1" };
    return await run(TURBO, ["boundaries", "--skip-infer"], { cwd: tree.root, env });
  } finally {
    tree.remove();
  }
}

/** A manifest of the clean tree that names one more package of the workspace. */
function depending(manifest: string, on: string): string {
  const json = JSON.parse(CLEAN_TREE[manifest] ?? "") as { dependencies: Record<string, string> };
  return JSON.stringify({ ...json, dependencies: { ...json.dependencies, [on]: "workspace:*" } });
}

describe("the boundaries of packages", () => {
  it("are kept by the clean tree", async () => {
    const { code, output } = await boundaries({});
    expect(output).toContain("no issues found");
    expect(code).toBe(0);
  });

  it("keep the schema from depending on the API", async () => {
    const { code, output } = await boundaries({
      "packages/schema/package.json": depending(
        "packages/schema/package.json",
        "@caption-generator/api",
      ),
    });
    expect(output).toContain("@caption-generator/api");
    expect(code).toBe(1);
  });

  it("keep a package from importing what its manifest does not name", async () => {
    const { code, output } = await boundaries({
      "apps/web/src/features/undeclared.ts": 'import "left-pad";\n',
    });
    expect(output).toContain("cannot import package `left-pad`");
    expect(code).toBe(1);
  });
});
