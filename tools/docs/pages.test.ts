import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../shared/root.ts";
import { readSettings } from "../start/settings.ts";
import { localLinks, scriptsNamed, shellBlocks } from "./code-blocks.ts";

const read = (page: string) => readFileSync(join(ROOT, page), "utf8");
const decisions = readdirSync(join(ROOT, "docs/decisions")).map((name) => `docs/decisions/${name}`);
const pages = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", ...decisions];

const scripts: string[] = Object.keys(JSON.parse(read("package.json")).scripts);
/** What npm and pnpm do by themselves, or with `--filter`. */
const BUILT_IN = ["install", "exec", "vitest", "biome"];

describe.each(pages)("%s", (page) => {
  const text = read(page);

  it("links to what is there", () => {
    const missing = localLinks(text).filter((link) => !existsSync(join(ROOT, dirname(page), link)));
    expect(missing).toEqual([]);
  });

  it("names scripts that there are", () => {
    const unknown = scriptsNamed(text).filter((name) => ![...scripts, ...BUILT_IN].includes(name));
    expect(unknown).toEqual([]);
  });

  it("names files that there are", () => {
    const named = [...text.matchAll(/`((?:[\w.-]+\/)+[\w.-]+\.(?:ts|tsx|mjs|json))`/gu)].map(
      ([, path = ""]) => path,
    );
    const homes = [".", "apps/api", "apps/api/src", "apps/web/src", "packages/schema"];
    const missing = named.filter(
      (path) => !homes.some((home) => existsSync(join(ROOT, home, path))),
    );
    expect(missing).toEqual([]);
  });
});

describe("README.md", () => {
  it("starts the product with arguments that it takes", () => {
    const starts = shellBlocks(read("README.md")).filter((block) => block.startsWith("npm start"));
    expect(starts.length).toBeGreaterThan(1);
    for (const start of starts) {
      const args = start.split(/\s+/u).slice(2);
      const settings = readSettings(
        args[0] === "--" ? args.slice(1) : args,
        {},
        { root: ROOT, typedIn: ROOT },
      );
      expect(settings).not.toBe("help");
    }
  });

  it("sets variables that .env.example explains", () => {
    const set = [...read("README.md").matchAll(/^([A-Z_]+)=/gmu)].map(([, name]) => name);
    expect(set.length).toBeGreaterThan(0);
    for (const name of set) expect(read(".env.example")).toContain(`#${name}=`);
  });
});
