import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { readSettings } from "../../../packages/infra/src/config/settings.ts";
import { writeHcl } from "../../../packages/infra/src/hcl/write-hcl.ts";
import { STACKS } from "../../../packages/infra/src/stacks/names.ts";
import { temporaryFolder } from "../../shared/temporary-folder.ts";
import { firstLacking } from "../../terraform/capabilities.ts";
import { openTerraform } from "../../terraform/terraform.ts";

const lacking = await firstLacking(["terraform", "awsprovider"]);
const suite = `the stacks as HCL${lacking ? ` [needs ${lacking}]` : ""}`;

describe.skipIf(lacking)(suite, () => {
  it("are formatted as terraform fmt would, and valid to Terraform", async () => {
    const out = temporaryFolder();
    await writeHcl(readSettings({}, "infra.json"), STACKS, out);
    const terraform = await openTerraform();
    onTestFinished(() => terraform.close());
    await terraform.run(["fmt", "-check", "-diff", "-recursive"], { cwd: out });
    for (const stack of STACKS) {
      const cwd = join(out, stack);
      await terraform.run(["init", "-backend=false", "-input=false"], { cwd });
      expect(await terraform.run(["validate", "-no-color"], { cwd })).toContain("Success!");
    }
  });
});
