// Plain JavaScript on purpose: this runs on the machine's own Node, which may be 20.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join, sep } from "node:path";

/** The Node that `npm start` and `npm test` bring along where the machine's own is older. */
const NODE_VERSION = "24.21.0";

const WINDOWS = process.platform === "win32";

/** @typedef {{ name: string, major: number, version: string }} Required */

/**
 * The oldest major versions that will do, and the exact ones installed otherwise.
 * pnpm's is the one that package.json names, so that it is written once.
 *
 * @param {string} packageManager the `packageManager` field of package.json, `pnpm@x.y.z`
 * @returns {Required[]}
 */
export function requirements(packageManager) {
  const pnpm = packageManager.replace(/^pnpm@/, "").replace(/\+.*$/, "");
  return [
    { name: "node", major: 24, version: NODE_VERSION },
    { name: "pnpm", major: Number.parseInt(pnpm, 10), version: pnpm },
  ];
}

/**
 * The packages to fetch: those of which the machine has no version, or too old a one.
 *
 * @param {Required[]} required
 * @param {Record<string, string | undefined>} found the version that each program prints, by name
 */
export function missing(required, found) {
  // NaN, of a program that printed no version, is not at least anything.
  return required.filter(({ name, major }) => !(Number.parseInt(found[name] ?? "", 10) >= major));
}

/** @param {string} name @param {NodeJS.ProcessEnv} env */
function versionOf(name, env) {
  try {
    const version = execFileSync(name, ["--version"], {
      env,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      shell: WINDOWS,
    });
    return version.trim().replace(/^v/, "");
  } catch {
    return undefined;
  }
}

/**
 * What `npm install` is to do in `.toolchain/`. Both packages put the program of this platform in place
 * in an install script, which npm is about to run only for packages that are named.
 *
 * @param {Required[]} packages
 */
export function toolchainManifest(packages) {
  return {
    private: true,
    dependencies: Object.fromEntries(packages.map(({ name, version }) => [name, version])),
    allowScripts: Object.fromEntries(packages.map(({ name }) => [name, true])),
  };
}

/** @param {string} folder @param {string} manifest */
function fetchPackages(folder, manifest) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), manifest);
  const flags = ["--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"];
  const args = ["install", "--prefix", folder, "--ignore-scripts=false", ...flags];
  execFileSync("npm", args, {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
    shell: WINDOWS,
  });
}

/**
 * The machine's own PATH. What was fetched into `.toolchain/` may be on it, and must not count as the
 * machine's: it would be taken away as no longer needed.
 *
 * @param {string} path
 * @param {string} folder
 */
export function withoutFolder(path, folder) {
  return path
    .split(delimiter)
    .filter((entry) => entry !== folder && !entry.startsWith(folder + sep))
    .join(delimiter);
}

/** @param {string} folder */
function machinesOwn(folder) {
  const path = withoutFolder(process.env["PATH"] ?? process.env["Path"] ?? "", folder);
  const env = { ...process.env, PATH: path, COREPACK_ENABLE_NETWORK: "0" };
  const runsOnFetched = process.execPath.startsWith(folder + sep);
  return {
    node: runsOnFetched ? versionOf("node", env) : process.versions.node,
    pnpm: versionOf("pnpm", env),
  };
}

/** @param {string[]} folders */
function withPath(folders) {
  const path = [...folders, process.env["PATH"] ?? process.env["Path"] ?? ""].join(delimiter);
  return { ...process.env, PATH: path };
}

/**
 * An environment whose PATH starts with a Node and a pnpm that are new enough. Fetches what is missing
 * into `.toolchain/`, once; the machine's own programs stay as they are.
 *
 * @param {string} root the folder of the root package.json
 * @returns {NodeJS.ProcessEnv}
 */
export function ensureToolchain(root) {
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const required = requirements(packageManager);
  const folder = join(root, ".toolchain");
  const packages = missing(required, machinesOwn(folder));
  const own = dirname(process.execPath);
  if (packages.length === 0) return withPath([own]);

  const stamp = join(folder, "installed");
  const manifest = JSON.stringify(toolchainManifest(packages), null, 2);
  const wanted = `${process.platform} ${process.arch} ${manifest}`;
  if (!(existsSync(stamp) && readFileSync(stamp, "utf8") === wanted)) {
    const names = packages.map(({ name, version }) => `${name}@${version}`).join(" and ");
    console.error(`Fetching ${names} into .toolchain/ (once) ...`);
    fetchPackages(folder, manifest);
    writeFileSync(stamp, wanted);
  }
  return withPath([join(folder, "node_modules", ".bin"), own]);
}
