import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { readProject } from "./read-project.ts";

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "read-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const read = (files: Readonly<Record<string, string>>) => readProject(folderWith(files));

describe("reading a project", () => {
  it("takes all files of a module as one", async () => {
    const { root } = await read({
      "a.tf": 'resource "aws_vpc" "a" {}',
      "b.tf": 'resource "aws_vpc" "b" {}',
    });
    expect(Object.keys(root["resource"] as object)).toEqual(["aws_vpc"]);
    expect(root["resource"]).toMatchObject({ aws_vpc: { a: {}, b: {} } });
  });

  it("takes JSON as well as HCL, without CDKTF's notes", async () => {
    const { root } = await read({
      "a.tf.json": '{"//": {"metadata": 1}, "variable": {"a": {"type": "string"}}}',
    });
    expect(root).toEqual({ variable: { a: { type: "string" } } });
  });

  it("follows the calls of local modules", async () => {
    const { modules } = await read({
      "main.tf":
        'module "net" {\n source = "./parts/net"\n}\nmodule "far" {\n source = "a/b/aws"\n}',
      "parts/net/main.tf": 'variable "a" {}',
    });
    expect(modules).toEqual({ "module.net": { variable: { a: {} } } });
  });

  it("takes the values that Terraform takes by itself, and no others", async () => {
    const { values } = await read({
      "main.tf": "",
      "terraform.tfvars": 'a = "1"',
      "z.auto.tfvars.json": '{"b": "2"}',
      "prod.tfvars": 'c = "3"',
    });
    expect(values).toEqual({ a: "1", b: "2" });
  });

  it("names a file that is no HCL", async () => {
    await expect(read({ "main.tf": "resource {" })).rejects.toThrow(/main\.tf" is not HCL: /);
  });

  it("names a file that is no JSON", async () => {
    await expect(read({ "a.tf.json": "{" })).rejects.toThrow(/a\.tf\.json" is not JSON: /);
  });

  it("names a folder that is not there", async () => {
    await expect(readProject("/nowhere/at/all")).rejects.toThrow('no folder "/nowhere/at/all"');
  });

  it("names the folder of a module that is not there", async () => {
    const call = 'module "net" {\n source = "./net"\n}';
    await expect(read({ "main.tf": call })).rejects.toThrow(/no folder ".*net"/);
  });
});
