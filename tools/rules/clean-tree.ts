import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../shared/root.ts";
import type { Files } from "./tree.ts";

/** Files that a planted tree takes from this repository as they are: what is tested is the real thing. */
const REAL = [
  ".gitignore",
  "biome.json",
  "package.json",
  "pnpm-workspace.yaml",
  "pnpm-lock.yaml",
  "turbo.json",
  "knip.json",
  "apps/api/package.json",
  "apps/api/turbo.json",
  "apps/web/package.json",
  "apps/web/turbo.json",
  "packages/infra/package.json",
  "packages/infra/turbo.json",
  "packages/schema/package.json",
  "packages/schema/turbo.json",
];

/** Packages that planted files import, so that they resolve without an install, and their files. */
const STUBS: Readonly<Record<string, readonly string[]>> = {
  zod: ["index.js"],
  hono: ["index.js", "client.js"],
  sharp: ["index.js"],
  "@google/generative-ai": ["index.js"],
  "drizzle-orm": ["index.js"],
  "fast-check": ["index.js"],
  cdktf: ["index.js", "lib/synthesize/synthesizer.js"],
  "@cdktf/provider-aws": ["index.js", "lib/vpc/index.js"],
};

function stub(name: string, files: readonly string[]): [string, string][] {
  const exports = { ".": "./index.js", "./client": "./client.js", "./lib/*": "./lib/*" };
  return [
    [`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", exports })],
    ...files.map((file): [string, string] => [
      `node_modules/${name}/${file}`,
      "export const stub = 1;\n",
    ]),
  ];
}

/** The smallest repository of our layout in which every layer is used as it should be. */
export const CLEAN_TREE: Files = {
  ...Object.fromEntries(REAL.map((path) => [path, readFileSync(join(ROOT, path), "utf8")])),
  ...Object.fromEntries(Object.entries(STUBS).flatMap(([name, files]) => stub(name, files))),
  "packages/schema/src/index.ts": 'export * from "./limits.ts";\n',
  "packages/schema/src/limits.ts": 'import { z } from "zod";\nexport const limits = z;\n',
  "packages/infra/src/main.ts":
    'import { vpc } from "./modules/network.ts";\nimport { write } from "./terraform/write.ts";\nwrite(vpc);\n',
  "packages/infra/src/modules/network.ts":
    'import { stub } from "@cdktf/provider-aws/lib/vpc/index.js";\nexport const vpc = stub;\n',
  "packages/infra/src/terraform/write.ts":
    'import { stub } from "cdktf/lib/synthesize/synthesizer.js";\nexport const write = (value: unknown) => [stub, value];\n',
  "apps/api/src/main.ts": 'import { compose } from "./composition.ts";\ncompose();\n',
  "apps/api/src/app-type.ts": 'export type { AppType } from "./app.ts";\n',
  "apps/api/src/app.ts":
    'import { routes } from "./uploads/upload.routes.ts";\nexport const app = routes;\nexport type AppType = typeof app;\n',
  "apps/api/src/composition.ts":
    'import { disk } from "./adapters/disk/object-store.ts";\nimport { app } from "./app.ts";\nexport const compose = () => [disk, app];\n',
  "apps/api/src/adapters/disk/object-store.ts":
    'import { database } from "../../db/database.ts";\nimport type { ObjectStore } from "../../ports/object-store.ts";\nexport const disk: ObjectStore = { database };\n',
  "apps/api/src/db/database.ts":
    'import { stub } from "drizzle-orm";\nexport const database = stub;\n',
  "apps/api/src/http/router.ts": 'import { stub } from "hono";\nexport const router = stub;\n',
  "apps/api/src/pipeline/run-job.ts":
    'import type { ObjectStore } from "../ports/object-store.ts";\nexport const runJob = (store: ObjectStore) => store;\n',
  "apps/api/src/adapters/gemini/client.ts":
    'import { stub } from "@google/generative-ai";\nexport const gemini = stub;\n',
  "apps/api/src/captions/new-caption.ts":
    'import { declareUpload } from "../uploads/declare-upload.ts";\nexport const newCaption = declareUpload;\n',
  "apps/api/src/sweeping/sweep-uploads.ts":
    'import { newCaption } from "../captions/new-caption.ts";\nimport { declareUpload } from "../uploads/declare-upload.ts";\nexport const sweepUploads = [newCaption, declareUpload];\n',
  "apps/api/src/ports/object-store.ts":
    'import type { limits } from "@caption-generator/schema";\nexport interface ObjectStore { database: unknown; limits?: typeof limits }\n',
  "apps/api/src/testing/fake-store.ts":
    'import type { ObjectStore } from "../ports/object-store.ts";\nexport const fake: ObjectStore = { database: 1 };\n',
  "apps/api/src/uploads/declare-upload.test.ts":
    'import { fake } from "../testing/fake-store.ts";\nimport { declareUpload } from "./declare-upload.ts";\ndeclareUpload(fake);\n',
  "apps/api/src/uploads/declare-upload.ts":
    'import { runJob } from "../pipeline/run-job.ts";\nexport const declareUpload = runJob;\n',
  "apps/api/src/uploads/upload.routes.ts":
    'import { router } from "../http/router.ts";\nimport { declareUpload } from "./declare-upload.ts";\nexport const routes = [router, declareUpload];\n',
  "apps/web/src/lib/api-client.ts":
    'import type { AppType } from "@caption-generator/api/app-type";\nimport { limits } from "@caption-generator/schema";\nimport { stub } from "hono/client";\nexport const client: [AppType?, ...unknown[]] = [undefined, stub, limits];\n',
  "apps/web/src/app/page.tsx":
    'import { client } from "../lib/api-client.ts";\nexport default function Page() { return client; }\n',
  "tools/start/main.ts": 'import { log } from "../shared/log.ts";\nlog();\n',
  "tools/shared/log.ts": "export const log = () => undefined;\n",
};
