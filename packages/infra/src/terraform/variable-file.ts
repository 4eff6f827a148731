import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { TerraformStack } from "cdktf";
import { addCustomSynthesis } from "cdktf/lib/synthesize/synthesizer.js";
import { Construct } from "constructs";

/** The file beside a stack's configuration that Terraform reads variables from by itself. */
const VARIABLE_FILE = "terraform.auto.tfvars.json";

/** Values of a stack's variables, in a file of their own: their defaults stay as they are. */
export class VariableFile extends Construct {
  constructor(scope: Construct, id: string, values: Readonly<Record<string, string>>) {
    super(scope, id);
    addCustomSynthesis(this, {
      onSynthesize: ({ outdir, manifest }) => {
        const folder = manifest.forStack(TerraformStack.of(this)).workingDirectory;
        writeFileSync(join(outdir, folder, VARIABLE_FILE), `${JSON.stringify(values, null, 2)}\n`);
      },
    });
  }
}
