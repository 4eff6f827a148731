import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "./failure.ts";
import { fingerprint } from "./fingerprint.ts";
import { run } from "./run.ts";
import { unlessStamped } from "./stamp.ts";

/** `apps`: what running the product takes. `all`: what working on it takes, too. */
export type InstallScope = "apps" | "all";

const ARGUMENTS: Readonly<Record<InstallScope, readonly string[]>> = {
  all: [],
  apps: [
    "--prod",
    "--filter",
    "@caption-generator/api...",
    "--filter",
    "@caption-generator/web...",
  ],
};

function manifests(root: string): string[] {
  const packages = ["apps", "packages"].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => `${folder}/${name}/package.json`),
  );
  return ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml", ...packages];
}

/** A production install would remove what a full one brought, so a full one stays full. */
function scopeToKeep(root: string, scope: InstallScope): InstallScope {
  return existsSync(join(root, "node_modules", "@biomejs", "biome")) ? "all" : scope;
}

/**
 * Installs the packages of the lockfile. Does nothing, and needs no network, when the last good install
 * was for the same lockfile and manifests and brought at least `scope`.
 *
 * @throws Failure with pnpm's own words when it fails
 */
export async function ensureInstalled(
  root: string,
  scope: InstallScope,
  signal?: AbortSignal,
): Promise<void> {
  const kept = scopeToKeep(root, scope);
  const stamp = join(root, "node_modules", ".caption-generator-install");
  const value = `${kept} ${fingerprint(root, manifests(root))}`;
  await unlessStamped(stamp, value, async () => {
    console.error(kept === "all" ? "Installing packages ..." : "Installing what the apps need ...");
    const args = ["install", "--frozen-lockfile", ...ARGUMENTS[kept]];
    const { code, output } = await run("pnpm", args, { cwd: root, signal });
    if (code !== 0)
      throw new Failure(`${output}\npnpm could not install the packages (see above).`);
  });
}
