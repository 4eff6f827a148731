import { join } from "node:path";
import { Failure } from "../shared/failure.ts";
import { ROOT } from "../shared/root.ts";
import { run } from "../shared/run.ts";

const PROGRAM = join(ROOT, "packages", "infra", "src", "main.ts");

/**
 * Writes all stacks into a folder, in a process of its own as `cdktf synth` would.
 *
 * @param cwd where the state of `state-backend` lies
 * @throws Failure with the program's own sentence when the settings are refused
 */
export async function synthesize(
  outdir: string,
  env: NodeJS.ProcessEnv,
  { cwd = ROOT, signal }: { readonly cwd?: string; readonly signal?: AbortSignal | undefined } = {},
): Promise<void> {
  const { code, output } = await run(process.execPath, [PROGRAM], {
    cwd,
    env: { ...env, CDKTF_OUTDIR: outdir },
    signal,
  });
  if (code !== 0) throw new Failure(`${output.trim()}\nThe stacks could not be synthesized.`);
}

/** The folder of a stack among the synthesized ones. */
export const stackFolder = (outdir: string, stack: string) => join(outdir, "stacks", stack);
