import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import { missing, requirements, toolchainManifest, withoutFolder } from "./toolchain.mjs";

const REQUIRED = requirements("pnpm@12.3.4+sha512.abc");

describe("the toolchain", () => {
  it("takes the version of pnpm from package.json, without its hash", () => {
    expect(REQUIRED).toContainEqual({ name: "pnpm", major: 12, version: "12.3.4" });
  });

  it("needs nothing on a machine that has both in the same or a newer major version", () => {
    expect(missing(REQUIRED, { node: "24.0.0", pnpm: "13.1.0" })).toEqual([]);
  });

  it.each([
    ["an older Node", { node: "20.20.2", pnpm: "12.0.0" }, ["node"]],
    ["no pnpm", { node: "24.1.0", pnpm: undefined }, ["pnpm"]],
    ["an older pnpm", { node: "25.0.0", pnpm: "9.15.0" }, ["pnpm"]],
    ["a pnpm that answers nonsense", { node: "24.1.0", pnpm: "command not found" }, ["pnpm"]],
    ["neither", { node: "22.4.0", pnpm: undefined }, ["node", "pnpm"]],
  ])("fetches what is short on a machine with %s", (_machine, found, names) => {
    expect(missing(REQUIRED, found).map(({ name }) => name)).toEqual(names);
  });

  it("asks npm for exact versions and lets their install scripts run", () => {
    expect(toolchainManifest(REQUIRED.filter(({ name }) => name === "pnpm"))).toEqual({
      private: true,
      dependencies: { pnpm: "12.3.4" },
      allowScripts: { pnpm: true },
    });
  });

  it("does not take what it fetched itself for the machine's own", () => {
    const folder = join("/repository", ".toolchain");
    const path = [join(folder, "node_modules", ".bin"), "/usr/bin", `${folder}-of-another`];
    expect(withoutFolder(path.join(delimiter), folder)).toBe(
      ["/usr/bin", `${folder}-of-another`].join(delimiter),
    );
  });
});
