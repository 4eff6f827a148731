import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** A program that says by its exit code whether something about the repository is as it should be. */
export interface Check {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Relative to the root. */
  readonly folder: string;
}

const tool = (name: string, program: string, ...args: string[]): Check => ({
  name,
  command: join("node_modules", ".bin", program),
  args,
  folder: ".",
});

/** The types of every package, tests included, and of the tools. */
function typeChecks(root: string): Check[] {
  const packages = ["apps", "packages"].flatMap((group) =>
    readdirSync(join(root, group))
      .map((name) => `${group}/${name}`)
      .filter((folder) => existsSync(join(root, folder, "tsconfig.json"))),
  );
  return [
    ...packages.map((folder) => ({
      name: `types of ${folder}`,
      command: "pnpm",
      args: ["run", "typecheck"],
      folder,
    })),
    tool("types of tools", "tsc", "-p", "tsconfig.json"),
  ];
}

/** What needs no server, the slowest first. */
export function staticChecks(root: string): Check[] {
  return [
    ...typeChecks(root),
    tool("direction of imports", "depcruise", "apps", "packages", "tools"),
    tool("unused code and packages", "knip"),
    tool("format and lint", "biome", "check", "--error-on-warnings", "."),
    tool("package boundaries", "turbo", "boundaries"),
  ];
}

export const UNIT_TESTS = tool("unit tests", "vitest", "run", "--project", "unit");
