import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../shared/root.ts";
import { run } from "../shared/run.ts";
import { CLEAN_TREE } from "./clean-tree.ts";
import type { Files } from "./tree.ts";
import { plantTree } from "./tree.ts";

const KNIP = join(ROOT, "node_modules", ".bin", "knip");

async function knip(planted: Files): Promise<string> {
  const tree = plantTree({ ...CLEAN_TREE, ...planted });
  try {
    const { output } = await run(KNIP, ["--reporter", "compact"], { cwd: tree.root });
    return output;
  } finally {
    tree.remove();
  }
}

describe("what nothing uses", () => {
  it("is seen when it is a file", async () => {
    const output = await knip({ "apps/api/src/uploads/forgotten.ts": "export const x = 1;\n" });
    expect(output).toContain("apps/api/src/uploads/forgotten.ts");
  });

  it("is seen when it is an export of a file in use", async () => {
    const path = "apps/api/src/pipeline/run-job.ts";
    const output = await knip({ [path]: `${CLEAN_TREE[path]}export const forgotten = 1;\n` });
    expect(output).toMatch(/run-job\.ts.*forgotten/);
  });

  it("is seen when it is a package in a manifest", async () => {
    expect(await knip({})).toContain("pg-boss");
  });
});
