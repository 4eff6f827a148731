import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";

export interface ExecuteOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Interrupts the program, so that it can let go of what it holds. */
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs?: number;
  /** Takes the output as it comes. */
  readonly onOutput?: ((text: string) => void) | undefined;
}

export interface Execution {
  /** The exit code; 1 where a signal ended the program. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  /** Resolves when the program and all that wrote for it has ended. */
  readonly done: Promise<Execution>;
  /** Signals the program and all it has started. */
  kill(signal: NodeJS.Signals): void;
}

/** How long an interrupted program may take to end by itself. */
const GRACE_MS = 20_000;

function collect(child: ChildProcess): Promise<Execution> {
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => stdout.push(chunk));
  child.stderr?.on("data", (chunk: Buffer) => stderr.push(chunk));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      const text = (chunks: Buffer[]) => Buffer.concat(chunks).toString();
      resolve({ code: code ?? 1, stdout: text(stdout), stderr: text(stderr) });
    });
  });
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It has ended already.
  }
}

/**
 * Starts a program in a process group of its own. A Ctrl-C of the terminal does not reach it twice, and
 * it can be killed together with the providers it started.
 */
export function start(
  command: string,
  args: readonly string[],
  { cwd, env, signal, timeoutMs, onOutput }: ExecuteOptions,
): Running {
  const child = spawn(command, args, {
    cwd,
    env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (onOutput) child.stdout.on("data", (chunk: Buffer) => onOutput(chunk.toString()));
  const kill = (name: NodeJS.Signals) => killGroup(child, name);
  const timers: NodeJS.Timeout[] = [];
  const interrupt = () => {
    child.kill("SIGINT");
    timers.push(setTimeout(kill, GRACE_MS, "SIGKILL"));
  };
  const orphan = () => kill("SIGKILL");
  if (signal?.aborted) interrupt();
  signal?.addEventListener("abort", interrupt, { once: true });
  process.once("exit", orphan);
  if (timeoutMs !== undefined) timers.push(setTimeout(interrupt, timeoutMs));
  const done = collect(child).finally(() => {
    for (const timer of timers) clearTimeout(timer);
    signal?.removeEventListener("abort", interrupt);
    process.off("exit", orphan);
  });
  return { done, kill };
}
