import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Environment } from "../config/environment-config.ts";
import type { Settings } from "../config/settings.ts";
import { additionsTo } from "../deviations/additions.ts";
import { declaredDeviations } from "../deviations/declared.ts";
import { synthesize } from "../synth.ts";
import { compareProjects } from "./compare.ts";
import { elementsOf } from "./elements.ts";
import { readProject } from "./read-project.ts";
import type { Verdict } from "./verdict.ts";
import { judge } from "./verdict.ts";

/**
 * Compares the HCL in a folder with the stack that is synthesized for an environment, as both are written.
 *
 * @throws InfraError when the folder cannot be read, or the settings are not valid
 */
export async function staticParity(
  hcl: string,
  environment: Environment,
  settings: Settings,
): Promise<Verdict> {
  const outdir = mkdtempSync(join(tmpdir(), "parity-"));
  try {
    synthesize(settings, outdir, [environment]);
    const ours = await readProject(join(outdir, "stacks", environment));
    const comparisons = compareProjects(await readProject(hcl), ours);
    const config = settings.environments[environment];
    const declared = declaredDeviations(config, settings.state);
    return judge(comparisons, elementsOf(ours), declared, additionsTo(config));
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
