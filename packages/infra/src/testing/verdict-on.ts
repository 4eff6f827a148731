import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readSettings } from "../config/settings.ts";
import { additionsTo } from "../deviations/additions.ts";
import { declaredDeviations } from "../deviations/declared.ts";
import { compareProjects } from "../parity/compare.ts";
import { elementsOf } from "../parity/elements.ts";
import type { Project } from "../parity/project.ts";
import { readProject } from "../parity/read-project.ts";
import type { Verdict } from "../parity/verdict.ts";
import { judge } from "../parity/verdict.ts";
import { synthesize } from "../synth.ts";

const REFERENCE = join(dirname(dirname(import.meta.dirname)), "reference");
export const SETTINGS = readSettings({}, "infra.json");

/** A text in a file of the reference, and what is to stand there instead. */
export type Change = readonly [file: string, from: string, to: string];

const OURS = { dev: await synthesized("dev"), prod: await synthesized("prod") };

async function synthesized(name: "dev" | "prod"): Promise<Project> {
  const folder = mkdtempSync(join(tmpdir(), "parity-test-"));
  synthesize(SETTINGS, folder);
  const project = await readProject(join(folder, "stacks", name));
  rmSync(folder, { recursive: true, force: true });
  return project;
}

/** The verdict on the reference with one change in it, held against an environment. */
export async function verdictOn(
  change?: Change,
  environment: "dev" | "prod" = "dev",
): Promise<Verdict> {
  const hcl = mkdtempSync(join(tmpdir(), "planted-"));
  try {
    cpSync(REFERENCE, hcl, { recursive: true });
    if (change !== undefined) plant(join(hcl, change[0]), change[1], change[2]);
    const ours = OURS[environment];
    const config = SETTINGS.environments[environment];
    const declared = declaredDeviations(config, SETTINGS.state);
    return judge(
      compareProjects(await readProject(hcl), ours),
      elementsOf(ours),
      declared,
      additionsTo(config),
    );
  } finally {
    rmSync(hcl, { recursive: true, force: true });
  }
}

function plant(file: string, from: string, to: string): void {
  const text = readFileSync(file, "utf8");
  if (!text.includes(from)) throw new Error(`"${from}" is not in ${file}.`);
  writeFileSync(
    file,
    text.replace(from, () => to),
  );
}
