import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { Failure } from "../shared/failure.ts";
import { emulatorVariables } from "./environment.ts";
import { requireProgram } from "./programs.ts";

/** An AWS emulator on a port of this machine: everything is in its memory and gone when it stops. */
export interface Emulator {
  readonly url: string;
  /** What sends Terraform's AWS calls to it. */
  readonly env: Record<string, string>;
  stop(): Promise<void>;
}

const READY_WITHIN_MS = 60_000;
const STOPS_WITHIN_MS = 5_000;
const ADDRESS = /Running on (?<url>http:\/\/127\.0\.0\.1:\d+)/;

const SETTINGS = {
  // Without them, attaching one of AWS's own policies fails: there are none.
  MOTO_IAM_LOAD_MANAGED_POLICIES: "true",
  MOTO_ACM_VALIDATION_WAIT: "0",
  PYTHONUNBUFFERED: "1",
};

/** The address the server prints once it listens; it chose the port itself, so that none is fought over. */
function addressOf(server: ChildProcess): Promise<string> {
  let words = "";
  return new Promise<string>((resolve, reject) => {
    const late = () => reject(new Failure(`moto_server did not start in time.\n${words}`));
    const timer = setTimeout(late, READY_WITHIN_MS);
    server.stderr?.on("data", (chunk: Buffer) => {
      // Later on, it writes a line a request: read, so that the pipe never fills, and let go.
      if (words.length < 10_000) words += chunk.toString();
      const url = ADDRESS.exec(words)?.groups?.["url"];
      if (url !== undefined) resolve(url);
    });
    server.on("error", (error) =>
      reject(new Failure(`moto_server did not start: ${error.message}`)),
    );
    server.on("exit", (code) =>
      reject(new Failure(`moto_server ended with code ${code} before it listened.\n${words}`)),
    );
    server.on("close", () => clearTimeout(timer));
  });
}

async function untilReady(url: string): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS;
  for (;;) {
    const response = await fetch(`${url}/moto-api/`).catch(() => undefined);
    await response?.body?.cancel();
    if (response?.ok) return;
    if (performance.now() > deadline) throw new Failure(`The emulator at ${url} does not answer.`);
    await wait(200);
  }
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, "exit");
  server.kill("SIGTERM");
  const timer = setTimeout(() => server.kill("SIGKILL"), STOPS_WITHIN_MS);
  await ended;
  clearTimeout(timer);
}

/**
 * Starts the emulator on a free port and waits until it answers.
 *
 * @throws Failure that says how to install it, or why it did not start
 */
export async function startEmulator(env: NodeJS.ProcessEnv = process.env): Promise<Emulator> {
  const program = requireProgram("moto_server", env);
  const server = spawn(program, ["-H", "127.0.0.1", "-p", "0"], {
    env: { ...env, ...SETTINGS },
    // A Ctrl-C of the terminal is not for it: whoever uses it may have to clean up in it first.
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const orphan = () => server.kill("SIGKILL");
  process.once("exit", orphan);
  const stop = async () => {
    await end(server);
    process.off("exit", orphan);
  };
  try {
    const url = await addressOf(server);
    await untilReady(url);
    return { url, env: emulatorVariables(url), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
