import { mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

/** What the last synth left in a stack's folder and this one may not write again. */
const GENERATED = ["modules"];

/**
 * Moves a finished synth to where Terraform runs. What Terraform keeps in a stack's folder stays: the
 * providers it fetched, its lock file, a plan. The manifest, from which cdktf learns what there is, is last.
 */
export function publish(from: string, to: string): void {
  const stacks = readdirSync(join(from, "stacks"));
  for (const stack of stacks) publishStack(join(from, "stacks", stack), join(to, "stacks", stack));
  renameSync(join(from, "manifest.json"), join(to, "manifest.json"));
}

function publishStack(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of GENERATED) rmSync(join(to, name), { recursive: true, force: true });
  for (const name of readdirSync(from)) renameSync(join(from, name), join(to, name));
}
