import { join } from "node:path";
import { Failure } from "../../shared/failure.ts";
import { ROOT } from "../../shared/root.ts";
import { start } from "../../terraform/execute.ts";

const CDKTF = join(ROOT, "node_modules", "cdktf-cli", "bundle", "bin", "cdktf");
const TIMEOUT_MS = 15 * 60_000;

export interface CdktfOptions {
  /** The folder of cdktf.json. */
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal | undefined;
}

/** What makes the CLI keep to its folder and to what is on this machine. */
const settings = (cwd: string) => ({
  CDKTF_HOME: join(cwd, ".cdktf"),
  CDKTF_DISABLE_PLUGIN_CACHE_ENV: "true",
  CI: "1",
});

/**
 * Runs `cdktf deploy` or `cdktf destroy` for one stack.
 *
 * @throws Failure with the CLI's own words
 */
export async function cdktf(
  command: "deploy" | "destroy",
  stack: string,
  { cwd, env, signal }: CdktfOptions,
): Promise<void> {
  // Without the last flag, `terraform providers lock` goes past every mirror to the registry.
  const flags = ["--auto-approve", "--no-color", "--skip-provider-lock"];
  const { code, stdout, stderr } = await start(
    process.execPath,
    [CDKTF, command, stack, ...flags],
    { cwd, env: { ...env, ...settings(cwd) }, signal, timeoutMs: TIMEOUT_MS },
  ).done;
  signal?.throwIfAborted();
  if (code === 0) return;
  const words = `${stdout}\n${stderr}`.trim().split("\n").slice(-40).join("\n");
  throw new Failure(`${words}\ncdktf ${command} ${stack} failed.`);
}
