import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { NODE_FLAGS, PROCESS_ENV } from "../../apps/api/src/node-flags.ts";
import {
  DATABASE_CA,
  PORTS,
  SCRATCH_FOLDER,
} from "../../packages/infra/src/modules/ecs/image-contract.ts";
import { ROOT } from "../shared/root.ts";
import { requirements } from "../toolchain.mjs";
import { readDockerfile, restsOf } from "./dockerfile.ts";

const api = readDockerfile(join(ROOT, "apps", "api", "Dockerfile"));
const web = readDockerfile(join(ROOT, "apps", "web", "Dockerfile"));

const manifest = (folder: string) =>
  JSON.parse(readFileSync(join(ROOT, folder, "package.json"), "utf8"));
const FOLDERS = ["apps/api", "apps/web", "packages/schema"];
const folderOf = (name: string) => FOLDERS.find((folder) => manifest(folder).name === name);

describe.each([
  ["the API", api, "apps/api", PORTS.backend],
  ["the page", web, "apps/web", PORTS.frontend],
] as const)("the image of %s", (_, image, folder, port) => {
  it("has the Node that everything else runs on", () => {
    const { version } = requirements(manifest(".").packageManager)[0] ?? {};
    expect(restsOf(image, "ARG")[0]).toBe(
      `NODE_IMAGE=docker.io/library/node:${version}-bookworm-slim`,
    );
    for (const from of restsOf(image, "FROM")) expect(from).toMatch(/^\$\{NODE_IMAGE\}/u);
  });

  it("listens where its tasks expect it, as nobody of rights", () => {
    expect(restsOf(image, "EXPOSE")).toEqual([`${port}`]);
    expect(restsOf(image, "USER")).toEqual(["node"]);
  });

  it("may write where its tasks have a volume: without it, that would be root's", () => {
    expect(restsOf(image, "VOLUME")).toEqual([`["${SCRATCH_FOLDER}"]`]);
  });

  it("is made of what is there, and knows every package of ours that it needs", () => {
    const copied = restsOf(image, "COPY")
      .filter((rest) => !rest.startsWith("--from"))
      .flatMap((rest) => rest.split(" ").slice(0, -1));
    for (const path of copied) expect(existsSync(join(ROOT, path)), path).toBe(true);
    const ours = Object.entries<string>(manifest(folder).dependencies)
      .filter(([, version]) => version.startsWith("workspace:"))
      .map(([name]) => `${folderOf(name)}/package.json`);
    expect(copied).toEqual(expect.arrayContaining(ours));
  });
});

describe("the image of the API", () => {
  it("starts as it does everywhere", () => {
    const folder = `${pathToFileURL(join(ROOT, "apps/api"))}/`;
    expect(JSON.parse(restsOf(api, "CMD")[0] ?? "")).toEqual([
      "node",
      ...NODE_FLAGS.map((flag) => flag.replace(folder, "./")),
      "src/main.ts",
    ]);
    const { MALLOC_ARENA_MAX, MALLOC_TRIM_THRESHOLD_ } = PROCESS_ENV;
    const settings = restsOf(api, "ENV").join(" ").split(" ");
    expect(settings).toContain(`MALLOC_ARENA_MAX=${MALLOC_ARENA_MAX}`);
    expect(settings).toContain(`MALLOC_TRIM_THRESHOLD_=${MALLOC_TRIM_THRESHOLD_}`);
  });

  it("has AWS's certificates where its task says they are", () => {
    expect(restsOf(api, "ADD")).toEqual([
      expect.stringMatching(new RegExp(` ${DATABASE_CA}$`, "u")),
    ]);
  });
});
