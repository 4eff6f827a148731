import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../../shared/temporary-folder.ts";
import { firstLacking } from "../capabilities.ts";
import { start } from "../execute.ts";
import { requireProgram } from "../programs.ts";
import type { RandomProvider } from "../random-provider/start.ts";
import { startRandomProvider } from "../random-provider/start.ts";

const lacking = await firstLacking(["terraform"]);
const title = "the stand-in for the random provider, asked by Terraform";

describe.skipIf(lacking)(lacking ? `${title} [needs ${lacking}]` : title, () => {
  let provider: RandomProvider;
  beforeAll(async () => {
    provider = await startRandomProvider();
  });
  afterAll(() => provider.stop());

  async function terraform(cwd: string, ...args: string[]) {
    const env = {
      PATH: process.env["PATH"],
      CHECKPOINT_DISABLE: "1",
      TF_REATTACH_PROVIDERS: provider.reattach,
    };
    const program = requireProgram("terraform", process.env);
    const { code, stdout, stderr } = await start(program, args, { cwd, env }).done;
    return { code, words: stdout + stderr };
  }

  const configuration = (args: string) => `
    terraform {
      required_providers {
        random = { source = "hashicorp/random" }
      }
    }
    resource "random_id" "one" {
      ${args}
    }
    output "hex" {
      value = random_id.one.hex
    }`;

  async function initialised(args: string) {
    const folder = temporaryFolder({ "main.tf": configuration(args) });
    expect(await terraform(folder, "init")).toMatchObject({ code: 0 });
    return folder;
  }

  function attributesIn(folder: string) {
    const state = JSON.parse(readFileSync(join(folder, "terraform.tfstate"), "utf8"));
    return state.resources[0].instances[0].attributes;
  }

  async function applied(args: string) {
    const folder = await initialised(args);
    expect(await terraform(folder, "apply", "-auto-approve")).toMatchObject({ code: 0 });
    return { folder, attributes: attributesIn(folder) };
  }

  it("draws as many bytes as asked for, and sees nothing to change after that", async () => {
    const { folder, attributes } = await applied("byte_length = 4");
    expect(attributes.hex).toMatch(/^[0-9a-f]{8}$/);
    const { code } = await terraform(folder, "plan", "-detailed-exitcode");
    expect(code).toBe(0);
  });

  it("replaces it when byte_length changes", async () => {
    const { folder } = await applied('byte_length = 4\nprefix = "up-"');
    writeFileSync(join(folder, "main.tf"), configuration('byte_length = 8\nprefix = "up-"'));
    const { words } = await terraform(folder, "plan", "-no-color");
    expect(words).toMatch(/byte_length\s+= 4 -> 8 # forces replacement/);
    expect(words).toContain("1 to add, 0 to change, 1 to destroy");
  });

  it("imports one, which then needs no change", async () => {
    const folder = await initialised('byte_length = 4\nprefix = "up-"');
    expect(await terraform(folder, "import", "random_id.one", "up-,-_8AAQ")).toMatchObject({
      code: 0,
    });
    expect(await terraform(folder, "plan", "-detailed-exitcode")).toMatchObject({ code: 0 });
    expect(attributesIn(folder).hex).toBe("up-fbff0001");
  });

  it("refuses an id that is none, and a length of nothing, in words", async () => {
    const folder = await initialised("byte_length = 0");
    expect((await terraform(folder, "validate", "-no-color")).words).toContain("byte_length is 0");
    writeFileSync(join(folder, "main.tf"), configuration("byte_length = 4"));
    const { words } = await terraform(folder, "import", "-no-color", "random_id.one", "no id!");
    expect(words).toContain('"no id!" is no id of a random_id');
  });
});
