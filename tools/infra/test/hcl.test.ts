import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { readSettings } from "../../../packages/infra/src/config/settings.ts";
import { writeHcl } from "../../../packages/infra/src/hcl/write-hcl.ts";
import { STACKS } from "../../../packages/infra/src/stacks/names.ts";
import { temporaryFolder } from "../../shared/temporary-folder.ts";
import { firstLacking } from "../../terraform/capabilities.ts";
import { openTerraform } from "../../terraform/terraform.ts";

/** The provider alone needs many seconds to start on a busy machine. */
const PATIENT_MS = 4 * 60_000;

const lacking = await firstLacking(["terraform", "awsprovider"]);

describe.skipIf(lacking)(`a stack as HCL${lacking ? ` [needs ${lacking}]` : ""}`, () => {
  it.each(STACKS)(
    "of %s is laid out as by terraform fmt, and valid",
    { timeout: PATIENT_MS },
    async (stack) => {
      const out = temporaryFolder();
      await writeHcl(readSettings({}, "infra.json"), [stack], out);
      const terraform = await openTerraform();
      onTestFinished(() => terraform.close());
      const options = { cwd: join(out, stack) };
      await terraform.run(["fmt", "-check", "-diff", "-recursive"], options);
      await terraform.run(["init", "-backend=false", "-input=false"], options);
      expect(await terraform.run(["validate", "-no-color"], options)).toContain("Success!");
    },
  );
});
