import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../shared/temporary-folder.ts";
import { copyHcl } from "./folders.ts";

const HCL = {
  "main.tf": 'terraform {\n  backend "s3" {}\n}\n',
  "modules/s3/main.tf": "",
  "terraform.tfvars": 'environment  = "dev"\n',
};

async function copied(environment: string, more: Record<string, string> = {}) {
  const values = temporaryFolder({ "values.json": '{"environment":"ours"}' });
  const to = join(temporaryFolder(), "copy");
  await copyHcl(temporaryFolder({ ...HCL, ...more }), to, environment, join(values, "values.json"));
  return to;
}

describe("a copy of somebody's HCL", () => {
  it("has its files and modules", async () => {
    const to = await copied("dev");
    expect(existsSync(join(to, "modules/s3/main.tf"))).toBe(true);
  });

  it("keeps its state beside it, whatever backend it names", async () => {
    const to = await copied("dev");
    expect(readFileSync(join(to, "parity_override.tf"), "utf8")).toContain('backend "local"');
  });

  it("has the folder's own values where they are for the environment", async () => {
    expect(existsSync(join(await copied("dev"), "terraform.auto.tfvars.json"))).toBe(false);
  });

  it("has our values where the folder's own are for another environment", async () => {
    const to = await copied("prod");
    expect(readFileSync(join(to, "terraform.auto.tfvars.json"), "utf8")).toContain("ours");
  });

  it.each(["terraform.tfstate", "terraform.tfstate.backup", ".terraform.lock.hcl", ".terraform/x"])(
    "leaves %s where it is",
    async (path) => {
      expect(existsSync(join(await copied("dev", { [path]: "{}" }), path))).toBe(false);
    },
  );

  it("is not made of a folder without Terraform, which is named with the fix", async () => {
    const empty = temporaryFolder({ "README.md": "" });
    const copy = copyHcl(empty, join(temporaryFolder(), "copy"), "dev", "/values.json");
    await expect(copy).rejects.toThrow(`There is no .tf file in ${empty}`);
    await expect(copy).rejects.toThrow("--hcl DIR");
  });
});
