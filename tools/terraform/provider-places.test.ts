import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../shared/temporary-folder.ts";
import { providerPlaces } from "./provider-places.ts";

const CONFIG = `
  plugin_cache_dir = "/cache/of/config"
  provider_installation {
    filesystem_mirror { path = "/mirror/of/config" }
  }`;

describe("where a provider may lie", () => {
  it("is first what our variable names, then what the CLI configuration names", () => {
    const folder = temporaryFolder({ "my.tfrc": CONFIG });
    const env = {
      TERRAFORM_PROVIDER_MIRROR: "/mirror/of/ours",
      TF_CLI_CONFIG_FILE: join(folder, "my.tfrc"),
    };
    const places = providerPlaces(env, { home: "/home/me", parents: [] });
    expect(places.slice(0, 2)).toEqual(["/mirror/of/ours", "/mirror/of/config"]);
  });

  it("is the plugin cache last", () => {
    const home = temporaryFolder({ ".terraformrc": CONFIG });
    const places = providerPlaces({ TF_PLUGIN_CACHE_DIR: "/cache" }, { home, parents: [] });
    expect(places.slice(-2)).toEqual(["/cache", "/cache/of/config"]);
  });

  it("is a folder that Terraform searches by itself", () => {
    const env = { XDG_DATA_HOME: "/data" };
    const places = providerPlaces(env, { home: "/home/me", parents: [] });
    expect(places).toContain("/home/me/.terraform.d/plugins");
    expect(places).toContain("/data/terraform/plugins");
  });

  it("is a folder unpacked by hand", () => {
    const parent = temporaryFolder({ "any-name/registry.terraform.io/x": "" });
    const places = providerPlaces({}, { home: "/home/me", parents: [parent] });
    expect(places).toContain(join(parent, "any-name"));
  });

  it("is not spoilt by a CLI configuration that does not exist", () => {
    const env = { TF_CLI_CONFIG_FILE: "/nowhere/terraformrc" };
    expect(providerPlaces(env, { home: "/home/me", parents: [] })).not.toHaveLength(0);
  });
});
