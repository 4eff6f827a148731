import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { askClamd } from "../adapters/clamav/clamd.ts";
import { EICAR } from "./eicar.ts";

const PROGRAM = "clamd";

/** What the one signature of a started clamd is called, as clamd reports it. */
export const EICAR_SIGNATURE = "Eicar-Test-Signature.UNOFFICIAL";

export interface StartedClamd {
  readonly socketPath: string;
  /** Ends it, and removes its folder. */
  stop(): Promise<void>;
}

/**
 * Starts a clamd of its own in a temporary folder, with one signature: the EICAR test file's.
 * Needs the capability `clamav`.
 *
 * @param settings more lines for its clamd.conf, such as `StreamMaxLength 1M`.
 */
export async function startClamd(settings: readonly string[] = []): Promise<StartedClamd> {
  const folder = await mkdtemp(join(tmpdir(), "clamd-"));
  const socketPath = join(folder, "clamd.sock");
  const database = join(folder, "database");
  const config = join(folder, "clamd.conf");
  await mkdir(database);
  await writeFile(
    join(database, "eicar.ndb"),
    `Eicar-Test-Signature:0:*:${EICAR.toString("hex")}\n`,
  );
  const lines = ["Foreground yes", `LocalSocket ${socketPath}`, `DatabaseDirectory ${database}`];
  // Started by root, clamd insists on being told whom to become.
  if (process.getuid?.() === 0) lines.push("User root");
  await writeFile(config, [...lines, ...settings, ""].join("\n"));
  const clamd = spawn(PROGRAM, [`--config-file=${config}`], {
    stdio: "ignore",
    env: { PATH: `${process.env["PATH"]}:/usr/sbin` },
  });
  const stop = async () => {
    await end(clamd);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await ready(clamd, socketPath);
  } catch (error) {
    await stop();
    throw error;
  }
  return { socketPath, stop };
}

async function ready(clamd: ChildProcess, path: string): Promise<void> {
  const failed = Promise.race([
    once(clamd, "exit").then(([code]) => `clamd ended with code ${code}`),
    once(clamd, "error").then(([error]) => `clamd does not start: ${error}`),
  ]);
  for (;;) {
    const ping = askClamd({ path }, { command: "PING", deadlineMs: 1_000 }).catch(() => undefined);
    const answer = await Promise.race([ping, failed]);
    if (answer === "PONG") return;
    if (answer !== undefined) throw new Error(answer);
    await setTimeout(50);
  }
}

async function end(clamd: ChildProcess): Promise<void> {
  if (clamd.pid === undefined || clamd.exitCode !== null || clamd.signalCode !== null) return;
  const exited = once(clamd, "exit");
  clamd.kill("SIGTERM");
  await exited;
}
