import type { Source, Sources } from "./providers.ts";

const address = (name: string) => `registry.terraform.io/hashicorp/${name}`;

/** The folders and the providers that each of them has. */
function byFolder(sources: Sources): Map<string, string[]> {
  const folders = new Map<string, string[]>();
  for (const [name, source] of Object.entries(sources) as [string, Source][]) {
    if (typeof source !== "object") continue;
    folders.set(source.folder, [...(folders.get(source.folder) ?? []), address(name)]);
  }
  return folders;
}

/**
 * A Terraform CLI configuration that takes each provider from where it was found.
 *
 * @param cache a folder that keeps what the registry sends, so that it is sent once
 */
export function cliConfig(sources: Sources, cache: string): string {
  const folders = byFolder(sources);
  const found = [...folders.values()].flat();
  const mirrors = [...folders].flatMap(([folder, names]) => [
    "  filesystem_mirror {",
    `    path    = ${JSON.stringify(folder)}`,
    `    include = ${JSON.stringify(names)}`,
    "  }",
  ]);
  const fromRegistry = Object.values(sources).includes("registry");
  return [
    "disable_checkpoint = true",
    ...(fromRegistry ? [`plugin_cache_dir = ${JSON.stringify(cache)}`] : []),
    "provider_installation {",
    ...mirrors,
    ...(fromRegistry ? ["  direct {", `    exclude = ${JSON.stringify(found)}`, "  }"] : []),
    "}",
    "",
  ].join("\n");
}
