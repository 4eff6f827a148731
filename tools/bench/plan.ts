import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareSides } from "../infra/plan-parity/prove.ts";
import { ROOT } from "../shared/root.ts";
import { firstLacking, TERRAFORM_CAPABILITIES } from "../terraform/capabilities.ts";
import type { Emulator } from "../terraform/emulator.ts";
import { startEmulator } from "../terraform/emulator.ts";
import type { Terraform } from "../terraform/terraform.ts";
import { openTerraform } from "../terraform/terraform.ts";
import type { Figure } from "./figure.ts";
import { median } from "./figure.ts";

const ROUNDS = 7;
const REFERENCE = join(ROOT, "packages", "infra", "reference");
const what = `terraform plan of dev, synthesized and as HCL, medians of ${ROUNDS}`;
const goal = "<= 1.1 times";

/**
 * Plans both over an empty state, in turns. Over a full one, reading every resource from the emulator
 * would take most of the time on both sides and hide the difference that is asked for.
 */
async function planInTurns(below: string, terraform: Terraform, emulator: Emulator) {
  const { ours, theirs } = await prepareSides(below, "dev", REFERENCE, { terraform });
  const plan = async (cwd: string) => {
    const started = performance.now();
    await terraform.run(["plan", "-no-color"], { cwd, env: emulator.env });
    return performance.now() - started;
  };
  const times: { ours: number; theirs: number }[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    times.push({ ours: await plan(ours), theirs: await plan(theirs) });
  }
  // The first round pays for what is loaded once.
  const [, ...warm] = times;
  return {
    ours: median(warm.map((one) => one.ours)),
    theirs: median(warm.map((one) => one.theirs)),
  };
}

const seconds = (ms: number) => `${(ms / 1_000).toFixed(2)} s`;

/** How long Terraform plans what is synthesized, beside the same as HCL. */
export async function measurePlan(): Promise<Figure[]> {
  const lacking = await firstLacking(["terraform", "moto", "awsprovider"]);
  if (lacking !== undefined) {
    return [{ what, goal, seen: `not measured. ${TERRAFORM_CAPABILITIES[lacking]}` }];
  }
  const terraform = await openTerraform();
  const emulator = await startEmulator();
  const below = await mkdtemp(join(tmpdir(), "bench-plan-"));
  try {
    const { ours, theirs } = await planInTurns(below, terraform, emulator);
    const ratio = (ours / theirs).toFixed(2);
    return [{ what, goal, seen: `${seconds(ours)} and ${seconds(theirs)}: ${ratio} times` }];
  } finally {
    await emulator.stop();
    await terraform.close();
    await rm(below, { recursive: true, force: true });
  }
}
