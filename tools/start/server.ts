import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../shared/failure.ts";

export interface ServerPlan {
  /** The name in sentences, `The API`. */
  readonly title: string;
  /** The name of its log files. */
  readonly name: string;
  readonly cwd: string;
  /** The arguments of node. */
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

export interface Server {
  readonly title: string;
  /** Resolves with the exit code, 1 where a signal ended it. Never rejects. */
  readonly exited: Promise<number>;
  kill(signal: "SIGTERM" | "SIGKILL"): void;
  /** The end of what it wrote to standard error: where it says why it stopped. */
  lastWords(): string;
}

/** Opens a log of this run; the one before it stays beside it, so that a crash can still be read. */
function openLog(folder: string, name: string): { path: string; fd: number } {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.log`);
  try {
    renameSync(path, join(folder, `${name}.previous.log`));
  } catch {
    // The first run has none.
  }
  return { path, fd: openSync(path, "w") };
}

function whenExited(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.on("exit", (code) => resolve(code ?? 1));
    child.on("error", () => resolve(1));
  });
}

/**
 * Starts a server with its output in files, so that the terminal stays readable. It stays in this
 * process's group: whoever ends the group ends it too.
 */
export function startServer(plan: ServerPlan, logs: string): Server {
  const out = openLog(logs, plan.name);
  const errors = openLog(logs, `${plan.name}.errors`);
  const child = spawn("node", plan.args, {
    cwd: plan.cwd,
    env: plan.env,
    stdio: ["ignore", out.fd, errors.fd],
  });
  closeSync(out.fd);
  closeSync(errors.fd);
  return {
    title: plan.title,
    exited: whenExited(child),
    kill: (signal) => child.kill(signal),
    lastWords: () => readFileSync(errors.path, "utf8").trim().split("\n").slice(-20).join("\n"),
  };
}

/**
 * Waits for a server that should not stop by itself.
 *
 * @throws Failure, when it does, with its last words and its exit code
 */
export async function failOnExit(server: Server, logs: string): Promise<never> {
  const code = await server.exited;
  const words = server.lastWords();
  const why =
    words === "" ? `${server.title} stopped without a word; its logs are in ${logs}` : words;
  throw new Failure(why, code === 0 ? 1 : code);
}
