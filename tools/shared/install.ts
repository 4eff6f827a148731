import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "./failure.ts";
import { fingerprint } from "./fingerprint.ts";
import { run } from "./run.ts";
import { unlessStamped } from "./stamp.ts";

/** `apps`: what running the product takes. `all`: what working on it takes, too. */
export type InstallScope = "apps" | "all";

const APPS = ["--filter", "@caption-generator/api...", "--filter", "@caption-generator/web..."];

function manifests(root: string): string[] {
  const packages = ["apps", "packages"].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => `${folder}/${name}/package.json`),
  );
  return ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml", ...packages];
}

/**
 * The arguments of pnpm that bring `scope`. A production install would remove what a full one brought,
 * so where there was a full one, a full one it stays.
 */
export function installArguments(root: string, scope: InstallScope): string[] {
  const full = scope === "all" || existsSync(join(root, "node_modules", "@biomejs", "biome"));
  return ["install", "--frozen-lockfile", ...(full ? [] : ["--prod", ...APPS])];
}

/**
 * Installs the packages of the lockfile. Does nothing, and needs no network, when the last good install
 * was the same: the same lockfile, manifests and arguments.
 *
 * @throws Failure with pnpm's own words when it fails
 */
export async function ensureInstalled(
  root: string,
  scope: InstallScope,
  signal?: AbortSignal,
): Promise<void> {
  const args = installArguments(root, scope);
  const stamp = join(root, "node_modules", ".caption-generator-install");
  const value = `${args.join(" ")} ${fingerprint(root, manifests(root))}`;
  await unlessStamped(stamp, value, async () => {
    console.error("Installing packages ...");
    const { code, output } = await run("pnpm", args, { cwd: root, signal });
    if (code !== 0)
      throw new Failure(`${output}\npnpm could not install the packages (see above).`);
  });
}
