import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Failure } from "../shared/failure.ts";
import { ROOT } from "../shared/root.ts";
import { cliConfig } from "./cli-config.ts";
import { terraformEnvironment } from "./environment.ts";
import type { Running } from "./execute.ts";
import { start } from "./execute.ts";
import { requireProgram } from "./programs.ts";
import { findProviders } from "./providers.ts";
import { startRandomProvider } from "./random-provider/start.ts";

export interface TerraformOptions {
  /** The folder of the configuration. */
  readonly cwd: string;
  /** Added to Terraform's environment: where the emulator is. */
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
  /** Takes the output as it comes. */
  readonly onOutput?: (text: string) => void;
}

/** Terraform with its providers at hand, in an environment of its own. */
export interface Terraform {
  /** The environment for programs that run Terraform themselves. */
  readonly env: NodeJS.ProcessEnv;
  /** Whether `random_id` is answered by our stand-in. */
  readonly standIn: boolean;
  /**
   * Runs a command to its end.
   *
   * @returns what it printed
   * @throws Failure with Terraform's own words when it fails
   */
  run(args: readonly string[], options: TerraformOptions): Promise<string>;
  /** Starts a command whose failure is looked for. */
  start(args: readonly string[], options: TerraformOptions): Running;
  close(): Promise<void>;
}

const TIMEOUT_MS = 10 * 60_000;
/** What the registry sends is kept here, beside the Node that was fetched. */
const CACHE = join(ROOT, ".toolchain", "terraform-plugins");

/**
 * Finds Terraform and its providers and starts the stand-in for the random one where it is needed.
 *
 * @throws Failure that says what is missing and how to get it
 */
export async function openTerraform(env: NodeJS.ProcessEnv = process.env): Promise<Terraform> {
  const program = requireProgram("terraform", env);
  const sources = await findProviders(env);
  const folder = await mkdtemp(join(tmpdir(), "terraform-"));
  const cliConfigFile = join(folder, "cli.tfrc");
  await writeFile(cliConfigFile, cliConfig(sources, CACHE));
  const random = sources.random === undefined ? await startRandomProvider() : undefined;
  const own = terraformEnvironment(env, { cliConfigFile, reattach: random?.reattach });

  const begin = (args: readonly string[], { env: more, ...options }: TerraformOptions) =>
    start(program, args, { ...options, env: { ...own, ...more }, timeoutMs: TIMEOUT_MS });
  return {
    env: own,
    standIn: random !== undefined,
    start: begin,
    async run(args, options) {
      const { code, stdout, stderr } = await begin(args, options).done;
      options.signal?.throwIfAborted();
      if (code === 0) return stdout;
      const words = `${stdout.trimEnd().split("\n").slice(-20).join("\n")}\n${stderr.trim()}`;
      throw new Failure(`${words.trim()}\nterraform ${args[0]} failed in ${options.cwd}.`);
    },
    async close() {
      random?.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
