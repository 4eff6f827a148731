import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** What no build reads: made by tools, or by the build itself. */
const LEFT_OUT = new Set(["node_modules", ".next", ".turbo", "test-results", "playwright-report"]);

function filesBelow(path: string): string[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return [];
  if (!stats.isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !LEFT_OUT.has(name))
    .flatMap((name) => filesBelow(join(path, name)));
}

/**
 * A hash of the names and the bytes of files and folders: equal exactly when nothing in them changed.
 * What does not exist counts as nothing, so that creating it changes the hash.
 *
 * @param inputs files and folders, relative to `root`
 * @param accept leaves out files by their path from `root`, written with slashes
 */
export function fingerprint(
  root: string,
  inputs: readonly string[],
  accept: (path: string) => boolean = () => true,
): string {
  const named = inputs
    .flatMap((input) => filesBelow(join(root, input)))
    .map((file) => ({ file, name: relative(root, file).split(sep).join("/") }))
    .filter(({ name }) => accept(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const hash = createHash("sha256");
  for (const { file, name } of named) {
    const bytes = readFileSync(file);
    hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
}
