import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { requireProgram } from "../../terraform/programs.ts";
import { openTerraform } from "../../terraform/terraform.ts";
import { declaredFor } from "../declared.ts";
import { interruptible } from "../interruptible.ts";
import type { ParityArguments } from "../parity-arguments.ts";
import { isGood } from "./finding.ts";
import { prepareSides, prove } from "./prove.ts";
import type { Proof } from "./report.ts";
import { report } from "./report.ts";

const NOTES = {
  standIn: "hashicorp/random cannot be had here; a stand-in answers for random_id.",
  wait: "Applying both sides to emulators; the lifecycle configuration alone takes them a minute ...",
};

async function proofs(
  { environment, hcl }: ParityArguments,
  signal: AbortSignal,
): Promise<Proof[]> {
  requireProgram("moto_server", process.env);
  const declared = declaredFor(environment);
  const terraform = await openTerraform();
  const below = await mkdtemp(join(tmpdir(), "parity-"));
  try {
    if (terraform.standIn) console.error(NOTES.standIn);
    const sides = await prepareSides(below, environment, hcl, { terraform, signal });
    console.error(NOTES.wait);
    return await prove(sides, declared, { terraform, signal });
  } finally {
    await terraform.close();
    await rm(below, { recursive: true, force: true });
  }
}

/**
 * Proves with Terraform and an emulator that HCL and synthesized stack leave the same state.
 *
 * @returns the exit code: 0 when nothing differs but what is declared
 */
export async function planParity(args: ParityArguments): Promise<number> {
  const found = await interruptible((signal) => proofs(args, signal));
  console.log(args.json ? JSON.stringify(found, null, 2) : found.map(report).join("\n\n"));
  const good = found.every(({ findings }) => findings.length > 0 && findings.every(isGood));
  return good ? 0 : 1;
}
