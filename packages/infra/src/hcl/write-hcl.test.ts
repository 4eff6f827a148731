import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { readSettings } from "../config/settings.ts";
import { isProvenBy } from "../testing/is-proven-by.ts";
import { writeHcl } from "./write-hcl.ts";

const settings = readSettings({}, "infra.json");

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "hcl-test-"));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

describe("writing stacks as HCL", () => {
  it("gives each stack a folder", async () => {
    const out = folder();
    await writeHcl(settings, ["state-backend", "dev"], out);
    expect(readdirSync(out).toSorted()).toEqual(["dev", "state-backend"]);
    expect(readdirSync(join(out, "dev")).toSorted()).toEqual([
      "main.tf",
      "modules",
      "outputs.tf",
      "terraform.tfvars",
      "variables.tf",
    ]);
  });

  it.each(["dev", "prod"] as const)(
    "writes %s as it is synthesized, argument for argument",
    async (name) => {
      const out = folder();
      await writeHcl(settings, [name], out);
      expect(await isProvenBy(join(out, name), name)).toEqual({
        faults: [],
        unseen: [],
        added: [],
      });
    },
  );

  it("does not write over what is there", async () => {
    const out = folder();
    mkdirSync(join(out, "dev"));
    writeFileSync(join(out, "dev", "main.tf"), "");
    await expect(writeHcl(settings, ["staging", "dev"], out)).rejects.toThrow(/dev" is not empty/);
    expect(readdirSync(out)).toEqual(["dev"]);
  });
});
