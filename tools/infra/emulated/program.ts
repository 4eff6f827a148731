import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { runMain } from "../../shared/failure.ts";
import { synthesize } from "../synthesize.ts";
import { fitToEmulator } from "./stack.ts";

/** What `cdktf` runs in a rehearsal: our program, and what it wrote fitted to the emulator. */
async function main(): Promise<number> {
  const outdir = resolve(process.env["CDKTF_OUTDIR"] ?? "cdktf.out");
  await synthesize(outdir, process.env, { cwd: process.cwd() });
  const stacks = join(outdir, "stacks");
  await Promise.all((await readdir(stacks)).map((name) => fitToEmulator(join(stacks, name))));
  return 0;
}

await runMain(main);
