import { readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { readCliSettings } from "./cli-settings.ts";

/** Names a folder that has `registry.terraform.io/hashicorp/...` in it. It is looked at first. */
export const MIRROR_VARIABLE = "TERRAFORM_PROVIDER_MIRROR";

/** Where people unpack a mirror by hand: a folder of any name in one of these. */
const PARENTS = ["/opt", "/srv", "/usr/local", "/usr/local/share", "/usr/local/lib", "/var/lib"];

const present = (paths: readonly (string | undefined)[]) =>
  paths.filter((path): path is string => path !== undefined && path !== "");

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function foldersIn(parent: string): string[] {
  try {
    const entries = readdirSync(parent, { withFileTypes: true });
    return entries.filter((entry) => !entry.isFile()).map((entry) => join(parent, entry.name));
  } catch {
    return [];
  }
}

/** The folders that Terraform takes for mirrors without being told. */
function implied(home: string, env: NodeJS.ProcessEnv): string[] {
  const share = env["XDG_DATA_HOME"] || join(home, ".local", "share");
  const shared = (env["XDG_DATA_DIRS"] || "/usr/local/share:/usr/share").split(delimiter);
  return present([
    join(home, ".terraform.d", "plugins"),
    ...[share, ...shared].map((folder) => join(folder, "terraform", "plugins")),
    join(home, "Library", "Application Support", "io.terraform", "plugins"),
    env["APPDATA"] && join(env["APPDATA"], "terraform.d", "plugins"),
  ]);
}

/**
 * Every folder a provider may lie in on this machine, the likeliest first: the one our variable names,
 * the mirrors of the CLI configuration, those Terraform finds by itself, those unpacked by hand, and
 * then the plugin cache.
 */
export function providerPlaces(
  env: NodeJS.ProcessEnv,
  { home = homedir(), parents = PARENTS }: { home?: string; parents?: readonly string[] } = {},
): string[] {
  const files = present([env["TF_CLI_CONFIG_FILE"], join(home, ".terraformrc")]);
  const settings = files.map((file) => readCliSettings(read(file)));
  return present([
    env[MIRROR_VARIABLE],
    ...settings.flatMap(({ mirrors }) => mirrors),
    ...implied(home, env),
    ...[...parents, home].flatMap(foldersIn),
    env["TF_PLUGIN_CACHE_DIR"],
    ...settings.map(({ cache }) => cache),
  ]);
}
