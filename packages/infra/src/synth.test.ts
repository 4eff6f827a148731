import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readSettings } from "./config/settings.ts";
import { synthesize } from "./synth.ts";
import { inTemporaryFolder } from "./testing/synthesized.ts";

const settings = readSettings({}, "infra.json");

/** Settings that pass every check, with which a stack still cannot be made. */
const impossible = {
  ...settings,
  environments: { ...settings.environments, prod: settings.environments.dev },
};

describe("synthesizing", () => {
  it("writes the state backend and the three environments, and nothing else", () => {
    inTemporaryFolder((folder) => {
      synthesize(settings, join(folder, "out"));
      const { stacks } = JSON.parse(readFileSync(join(folder, "out", "manifest.json"), "utf8"));
      expect(Object.keys(stacks).toSorted()).toEqual(["dev", "prod", "staging", "state-backend"]);
      expect(readdirSync(folder)).toEqual(["out"]);
    });
  });

  it.each([
    ["warns while the state bucket is the placeholder", {}, 1],
    ["does not once the owner has named a bucket", { state: { bucket: "our-states" } }, 0],
  ])("%s, in the manifest that cdktf reads", (_, owner, warnings) => {
    inTemporaryFolder((folder) => {
      synthesize(readSettings(owner, "infra.json"), folder, ["dev"]);
      const { stacks } = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
      expect(stacks.dev.annotations).toHaveLength(warnings);
    });
  });

  it("writes the same again", () => {
    inTemporaryFolder((folder) => {
      const file = join(folder, "stacks", "dev", "cdk.tf.json");
      synthesize(settings, folder);
      const first = readFileSync(file, "utf8");
      synthesize(settings, folder);
      expect(readFileSync(file, "utf8")).toBe(first);
    });
  });

  it("writes nothing at all when one stack fails", () => {
    inTemporaryFolder((folder) => {
      expect(() => synthesize(impossible, join(folder, "out"))).toThrow();
      expect(readdirSync(folder)).toEqual([]);
    });
  });

  it("leaves what the last synth wrote when one stack fails", () => {
    inTemporaryFolder((folder) => {
      const out = join(folder, "out");
      synthesize(settings, out);
      const before = readFileSync(join(out, "stacks", "dev", "cdk.tf.json"), "utf8");
      expect(() => synthesize(impossible, out)).toThrow();
      expect(readFileSync(join(out, "stacks", "dev", "cdk.tf.json"), "utf8")).toBe(before);
      expect(readdirSync(folder)).toEqual(["out"]);
    });
  });

  it("leaves what Terraform keeps beside a stack, and drops modules that are no more", () => {
    inTemporaryFolder((folder) => {
      const dev = join(folder, "stacks", "dev");
      mkdirSync(join(dev, ".terraform"), { recursive: true });
      mkdirSync(join(dev, "modules", "gone"), { recursive: true });
      writeFileSync(join(dev, ".terraform.lock.hcl"), "locked");
      synthesize(settings, folder);
      expect(existsSync(join(dev, ".terraform"))).toBe(true);
      expect(readFileSync(join(dev, ".terraform.lock.hcl"), "utf8")).toBe("locked");
      expect(existsSync(join(dev, "modules", "gone"))).toBe(false);
    });
  });
});
