import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { readSettings as readInfraSettings } from "../../packages/infra/src/config/settings.ts";
import { STACKS } from "../../packages/infra/src/stacks/names.ts";
import { readHclArguments } from "../infra/hcl-arguments.ts";
import { readParityArguments } from "../infra/parity-arguments.ts";
import { ROOT } from "../shared/root.ts";
import { readSettings } from "../start/settings.ts";
import { headingIds, localLinks, scriptsNamed, shellBlocks } from "./code-blocks.ts";

const read = (page: string) => readFileSync(join(ROOT, page), "utf8");
const decisions = readdirSync(join(ROOT, "docs/decisions")).map((name) => `docs/decisions/${name}`);
const guides = readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md") && !name.startsWith("decisions"))
  .map((name) => `docs/${name}`);
const pages = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", ...guides, ...decisions];

const scripts: string[] = Object.keys(JSON.parse(read("package.json")).scripts);
/** What npm and pnpm do by themselves, or with `--filter`. */
const BUILT_IN = ["install", "exec", "vitest", "biome"];

/** Whether a page's link names a file that there is, and a heading that it has. */
function leadsSomewhere(page: string, link: string): boolean {
  const [file = "", heading] = link.split("#");
  const target = file === "" ? page : join(dirname(page), file);
  if (!existsSync(join(ROOT, target))) return false;
  return heading === undefined || headingIds(read(target)).includes(heading);
}

describe.each(pages)("%s", (page) => {
  const text = read(page);

  it("links to what is there", () => {
    const missing = localLinks(text).filter((link) => !leadsSomewhere(page, link));
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
    const homes = [
      ".",
      "apps/api",
      "apps/api/src",
      "apps/web/src",
      "packages/schema",
      "packages/infra",
      "packages/infra/src",
    ];
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

describe("docs/terraform.md", () => {
  const text = read("docs/terraform.md");
  const commands = shellBlocks(text.replace(/^ {3}/gmu, "")).flatMap((block) => block.split("\n"));
  const argumentsOf = (script: string) =>
    commands
      .filter((command) => command.startsWith(`pnpm ${script}`))
      .map((command) => command.split(/\s+/u).slice(2));

  it("shows an infra.json that is taken", () => {
    const [, example = ""] = /^```json\n(.*?)^```$/msu.exec(text) ?? [];
    const { environments } = readInfraSettings(JSON.parse(example), "infra.json");
    expect(environments.prod.domainName).toBe("example.com");
  });

  it("compares with arguments that are taken", () => {
    const calls = argumentsOf("parity").map((args) => args.filter((arg) => arg !== "--static"));
    expect(calls).toHaveLength(2);
    for (const args of calls) {
      const read = readParityArguments(args, { reference: ROOT, typedIn: ROOT });
      expect(read.environment).toBe("dev");
    }
  });

  it("writes HCL with arguments that are taken", () => {
    const [args = []] = argumentsOf("hcl");
    expect(readHclArguments(args, { root: ROOT, typedIn: ROOT }).stacks).toHaveLength(4);
  });

  it("deploys and lists stacks that there are", () => {
    const named = [...text.matchAll(/cdktf (?:diff|deploy) ([a-z-]+)/gu)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(2);
    for (const name of named) expect(STACKS).toContain(name);
  });

  it("says where the list of what a deployment adds is to be had", () => {
    expect(text).toContain("`pnpm deviations dev`");
  });
});
