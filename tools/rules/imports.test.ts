import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../shared/root.ts";
import { run } from "../shared/run.ts";
import { CLEAN_TREE } from "./clean-tree.ts";
import type { Files } from "./tree.ts";
import { plantTree } from "./tree.ts";

interface Report {
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly rule: { readonly name: string };
    }[];
    readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string }[] };
  };
}

/** For each rule a file that breaks it, and no other. */
const PLANTED: Readonly<Record<string, readonly [path: string, source: string]>> = {
  "no-circular": ["apps/api/src/limits/ring.ts", 'export * from "./ring.ts";'],
  "no-orphans": ["apps/api/src/limits/alone.ts", "export const alone = 1;"],
  "not-to-unresolvable": ["apps/api/src/limits/lost.ts", 'import "./missing.ts";'],
  "no-dev-dependency-at-run-time": [
    "apps/api/src/limits/dev.ts",
    'import { stub } from "fast-check";\nstub;',
  ],
  "schema-imports-only-zod": ["packages/schema/src/files.ts", 'import "node:fs";'],
  "packages-import-no-app": [
    "packages/infra/src/stack.ts",
    'import "../../../apps/api/src/uploads/declare-upload.ts";',
  ],
  "api-imports-no-web": [
    "apps/api/src/limits/page.ts",
    'import "../../../web/src/lib/api-client.ts";',
  ],
  "web-takes-only-types-from-api": [
    "apps/web/src/features/server.ts",
    'import * as app from "@caption-generator/api/app-type";\napp;',
  ],
  "only-the-api-client-imports-hono": [
    "apps/web/src/features/client.ts",
    'import { stub } from "hono/client";\nstub;',
  ],
  "only-composition-imports-adapters": [
    "apps/api/src/limits/disk.ts",
    'import "../adapters/disk/object-store.ts";',
  ],
  "only-adapters-import-the-database": [
    "apps/api/src/limits/rows.ts",
    'import "../db/database.ts";',
  ],
  "adapters-know-only-ports": [
    "apps/api/src/adapters/memory/upload.ts",
    'import "../../uploads/declare-upload.ts";',
  ],
  "ports-are-free-of-implementations": [
    "apps/api/src/ports/job.ts",
    'import "../pipeline/run-job.ts";',
  ],
  "use-cases-import-no-http": ["apps/api/src/limits/router.ts", 'import "../http/router.ts";'],
  "use-cases-import-no-sdk": ["apps/api/src/limits/photo.ts", 'import "sharp";'],
  "nobody-imports-sweeping": [
    "apps/api/src/limits/sweep.ts",
    'import "../sweeping/sweep-uploads.ts";',
  ],
  "uploads-import-no-captions": [
    "apps/api/src/uploads/caption.ts",
    'import "../captions/new-caption.ts";',
  ],
  "only-its-adapter-imports-the-gemini-library": [
    "apps/api/src/adapters/memory/model.ts",
    'import "@google/generative-ai";',
  ],
  "routes-go-through-use-cases": [
    "apps/api/src/limits/limits.routes.ts",
    'import "../pipeline/run-job.ts";',
  ],
  "product-imports-no-test-code": [
    "apps/api/src/limits/fake.ts",
    'import "../testing/fake-store.ts";',
  ],
  "only-src-terraform-imports-cdktf-internals": [
    "packages/infra/src/modules/internals.ts",
    'import "cdktf/lib/synthesize/synthesizer.js";',
  ],
  "no-barrel-of-a-provider": [
    "packages/infra/src/modules/barrel.ts",
    'import "@cdktf/provider-aws";',
  ],
  "nobody-imports-tools": [
    "apps/web/src/features/log.ts",
    'import "../../../../tools/shared/log.ts";',
  ],
};

const CONFIG = join(ROOT, ".dependency-cruiser.cjs");
const DEPCRUISE = join(ROOT, "node_modules", ".bin", "depcruise");

async function cruise(files: Files): Promise<Report["summary"]> {
  const tree = plantTree(files);
  try {
    const args = ["apps", "packages", "tools", "--config", CONFIG, "--output-type", "json"];
    const { output } = await run(DEPCRUISE, args, { cwd: tree.root });
    return (JSON.parse(output) as Report).summary;
  } finally {
    tree.remove();
  }
}

describe("the rules of imports", async () => {
  const planted = await cruise({
    ...CLEAN_TREE,
    ...Object.fromEntries(Object.values(PLANTED)),
  });

  it("find nothing wrong in a tree where every layer is used as it should be", async () => {
    expect((await cruise(CLEAN_TREE)).violations).toEqual([]);
  });

  it.each(Object.entries(PLANTED))("%s catches a file that breaks it", (rule, [path]) => {
    const caught = planted.violations.filter(({ from }) => from === path);
    expect(caught.map((violation) => violation.rule.name)).toEqual([rule]);
  });

  it("have a planted violation each", () => {
    const names = planted.ruleSetUsed.forbidden.map(({ name }) => name);
    expect(names.toSorted()).toEqual(Object.keys(PLANTED).toSorted());
  });
});
