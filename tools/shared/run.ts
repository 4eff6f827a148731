import { spawn } from "node:child_process";

export interface RunOptions {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Ends the program when it aborts. */
  readonly signal?: AbortSignal | undefined;
  /** Whether the output goes to the terminal as it comes; otherwise it is only collected. */
  readonly show?: boolean;
}

export interface Outcome {
  /** The exit code; 1 where a signal ended the program. */
  readonly code: number;
  /** Standard output and standard error as they came; empty where they were shown. */
  readonly output: string;
}

/**
 * Runs a program to its end. An exit code other than 0 is an outcome, not an error.
 *
 * @throws Error when the program cannot be started; the reason of `signal` when it aborts
 */
export function run(
  command: string,
  args: readonly string[],
  { cwd, env = process.env, signal, show = false }: RunOptions,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const stdio = show ? ("inherit" as const) : ("pipe" as const);
    const child = spawn(command, args, { cwd, env, signal, stdio: ["ignore", stdio, stdio] });
    const chunks: Buffer[] = [];
    child.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", (error) => reject(signal?.aborted ? signal.reason : error));
    child.on("close", (code) => {
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() });
    });
  });
}
