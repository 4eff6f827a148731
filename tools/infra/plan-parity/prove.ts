import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { holds } from "../../../packages/infra/src/deviations/additions.ts";
import type { Emulator } from "../../terraform/emulator.ts";
import { startEmulator } from "../../terraform/emulator.ts";
import type { Terraform } from "../../terraform/terraform.ts";
import { stackFolder, synthesize } from "../synthesize.ts";
import { copyHcl, isolate, twin, VALUES_FILE } from "./folders.ts";
import type { Declared, Planned } from "./judge.ts";
import { judge } from "./judge.ts";
import type { PlanJson } from "./plan-json.ts";
import type { Proof } from "./report.ts";

export interface Sides {
  /** A folder with the synthesized stack, ready to plan. */
  readonly ours: string;
  /** A folder with the HCL, ready to plan. */
  readonly theirs: string;
}

interface Work {
  readonly terraform: Terraform;
  readonly signal?: AbortSignal | undefined;
}

/** Writes both configurations of an environment below a folder and initialises them. */
export async function prepareSides(
  below: string,
  environment: string,
  hcl: string,
  { terraform, signal }: Work,
): Promise<Sides> {
  const outdir = join(below, "synthesized");
  await synthesize(outdir, process.env, { signal });
  const ours = stackFolder(outdir, environment);
  const theirs = join(below, "hcl");
  await isolate(ours);
  await copyHcl(hcl, theirs, environment, join(ours, VALUES_FILE));
  // One after the other: both may fill the same plugin cache.
  for (const cwd of [ours, theirs]) await terraform.run(["init", "-no-color"], { cwd, signal });
  return { ours, theirs };
}

/** Applies the configuration in a folder. */
export async function apply(cwd: string, emulator: Emulator, { terraform, signal }: Work) {
  await terraform.run(APPLY, { cwd, env: emulator.env, signal });
}

const APPLY = ["apply", "-auto-approve", "-no-color"];

/**
 * Applies what a synthesized stack has of the article, and what was added to it in the same modules. The
 * emulator does not carry all of the rest, which is proven to be an addition by the other direction.
 */
export async function applyArticles(cwd: string, emulator: Emulator, { terraform, signal }: Work) {
  const targets = ARTICLES_MODULES.map((module) => `-target=${module}`);
  await terraform.run([...APPLY, ...targets], { cwd, env: emulator.env, signal });
}

/** The modules whose bodies the article shows. Its root module has no resource. */
const ARTICLES_MODULES = ["module.networking", "module.s3"];

/** What is declared of the article's modules alone. */
export const inArticles = ({ deviations, additions }: Declared): Declared => ({
  deviations,
  additions: additions.filter((address) =>
    ARTICLES_MODULES.some((module) => holds(module, address)),
  ),
});

/** Plans the configuration in one folder over the state that another one left. */
export async function planOver(
  stateOf: string,
  cwd: string,
  emulator: Emulator,
  { terraform, signal }: Work,
): Promise<PlanJson> {
  await copyFile(join(stateOf, "terraform.tfstate"), join(cwd, "terraform.tfstate"));
  const options = { cwd, env: emulator.env, signal };
  await terraform.run(["plan", "-out=parity.plan", "-no-color"], options);
  return JSON.parse(await terraform.run(["show", "-json", "parity.plan"], options)) as PlanJson;
}

async function proveOne(
  sides: Sides,
  planned: Planned,
  declared: Declared,
  work: Work,
): Promise<Proof> {
  const below = await mkdtemp(join(tmpdir(), "parity-"));
  const emulator = await startEmulator();
  try {
    const [ours, theirs] = [join(below, "ours"), join(below, "theirs")];
    await Promise.all([twin(sides.ours, ours), twin(sides.theirs, theirs)]);
    const [first, second] = planned === "ours" ? [theirs, ours] : [ours, theirs];
    await (planned === "ours" ? apply : applyArticles)(first, emulator, work);
    const plan = await planOver(first, second, emulator, work);
    const expected = planned === "ours" ? declared : inArticles(declared);
    return { planned, findings: judge(plan, planned, expected) };
  } finally {
    await emulator.stop();
    await rm(below, { recursive: true, force: true });
  }
}

/** Both directions at once, each against an emulator of its own; a failure of one waits for the other. */
export async function prove(sides: Sides, declared: Declared, work: Work): Promise<Proof[]> {
  const directions = (["ours", "theirs"] as const).map((planned) =>
    proveOne(sides, planned, declared, work),
  );
  await Promise.allSettled(directions);
  return await Promise.all(directions);
}
