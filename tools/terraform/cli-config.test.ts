import { describe, expect, it } from "vitest";
import { cliConfig } from "./cli-config.ts";

const AWS = "registry.terraform.io/hashicorp/aws";
const RANDOM = "registry.terraform.io/hashicorp/random";

describe("our CLI configuration", () => {
  it("takes a provider from the folder that holds it, and nothing from the network", () => {
    const text = cliConfig({ aws: { folder: "/mirror" }, random: undefined }, "/cache");
    expect(text).toContain('path    = "/mirror"');
    expect(text).toContain(`include = ["${AWS}"]`);
    expect(text).not.toContain("direct");
  });

  it("names a folder once that holds both", () => {
    const folder = "/mirror";
    const text = cliConfig({ aws: { folder }, random: { folder } }, "/cache");
    expect(text.match(/filesystem_mirror/g)).toHaveLength(1);
    expect(text).toContain(`include = ["${AWS}","${RANDOM}"]`);
  });

  it("asks the registry for what no folder holds, and keeps what it sends", () => {
    const text = cliConfig({ aws: { folder: "/mirror" }, random: "registry" }, "/cache");
    expect(text).toContain(`exclude = ["${AWS}"]`);
    expect(text).toContain('plugin_cache_dir = "/cache"');
  });

  it("asks the registry for everything where there is no folder", () => {
    const text = cliConfig({ aws: "registry", random: "registry" }, "/cache");
    expect(text).not.toContain("filesystem_mirror");
    expect(text).toContain("exclude = []");
  });
});
