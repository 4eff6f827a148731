import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export interface Tree {
  readonly root: string;
  remove(): void;
}

/** Files by their path from the root of a repository. */
export type Files = Readonly<Record<string, string>>;

/** Writes a repository of our layout into a temporary folder, its workspace packages linked as pnpm does. */
export function plantTree(files: Files): Tree {
  const root = mkdtempSync(join(tmpdir(), "rules-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const scope = join(root, "node_modules", "@caption-generator");
  mkdirSync(scope, { recursive: true });
  for (const folder of ["apps/api", "packages/schema"]) {
    symlinkSync(join(root, folder), join(scope, dirname(folder) === "apps" ? "api" : "schema"));
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
