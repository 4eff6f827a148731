import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Settings } from "../config/settings.ts";
import { InfraError } from "../errors.ts";
import { readProject } from "../parity/read-project.ts";
import type { StackName } from "../stacks/names.ts";
import { synthesize } from "../synth.ts";
import { projectFiles } from "./project-files.ts";

/**
 * Writes stacks as HCL, each into a folder of its name.
 *
 * @returns the folders
 * @throws InfraError when one of them is there and not empty, or the settings are not valid
 */
export async function writeHcl(
  settings: Settings,
  stacks: readonly StackName[],
  out: string,
): Promise<readonly string[]> {
  const folders = stacks.map((stack) => join(out, stack));
  for (const folder of folders) refuseUsed(folder);
  const synthesized = mkdtempSync(join(tmpdir(), "hcl-"));
  try {
    synthesize(settings, synthesized, stacks);
    for (const stack of stacks) {
      const project = await readProject(join(synthesized, "stacks", stack));
      writeFiles(join(out, stack), projectFiles(project));
    }
  } finally {
    rmSync(synthesized, { recursive: true, force: true });
  }
  return folders;
}

function refuseUsed(folder: string): void {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return;
  throw new InfraError(
    `The folder "${folder}" is not empty, and what is in it is not overwritten. Remove it, or name another with --out.`,
  );
}

function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
