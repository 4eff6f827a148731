import { describe, expect, it } from "vitest";
import { readCliSettings } from "./cli-settings.ts";

describe("a CLI configuration", () => {
  it("names filesystem mirrors, with or without what they include", () => {
    const text = `
      provider_installation {
        filesystem_mirror {
          path    = "/srv/mirror"
          include = ["registry.terraform.io/hashicorp/*"]
        }
        filesystem_mirror {
          include = ["example.com/*/*"]
          path    = "/srv/other"
        }
        direct {}
      }`;
    expect(readCliSettings(text).mirrors).toEqual(["/srv/mirror", "/srv/other"]);
  });

  it("names the plugin cache", () => {
    const text = 'disable_checkpoint = true\nplugin_cache_dir = "/home/me/.cache/tf"\n';
    expect(readCliSettings(text)).toEqual({ mirrors: [], cache: "/home/me/.cache/tf" });
  });

  it("may write a Windows path", () => {
    expect(readCliSettings('plugin_cache_dir = "C:\\\\tf"').cache).toBe("C:\\tf");
  });

  it.each(["#", "//"])("says nothing in a line after %s", (comment) => {
    expect(readCliSettings(`${comment} plugin_cache_dir = "/a"`).cache).toBeUndefined();
  });

  it("says nothing in a block comment", () => {
    const text = '/* filesystem_mirror { path = "/a" } */';
    expect(readCliSettings(text).mirrors).toEqual([]);
  });

  it("may be empty", () => {
    expect(readCliSettings("")).toEqual({ mirrors: [], cache: undefined });
  });
});
