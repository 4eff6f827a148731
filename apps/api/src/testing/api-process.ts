import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { NODE_FLAGS, PROCESS_ENV } from "../node-flags.ts";

const main = fileURLToPath(new URL("../main.ts", import.meta.url));

export interface ApiProcess {
  readonly url: string;
  readonly child: ChildProcess;
  /** What it has printed, line by line. */
  readonly lines: readonly string[];
  /** Ends it and gives back its exit code; null where a signal ended it at once. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

function spawnApi(settings: Readonly<Record<string, string>>) {
  return spawn(process.execPath, [...NODE_FLAGS, main], {
    env: { ...process.env, ...PROCESS_ENV, GEMINI_API_KEY: "", PORT: "0", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** The API as a process of its own, so that it can be killed. */
export async function startApiProcess(
  settings: Readonly<Record<string, string>>,
): Promise<ApiProcess> {
  const child = spawnApi(settings);
  child.stderr.resume();
  const lines: string[] = [];
  const port = await new Promise<number>((resolve, reject) => {
    const reader = createInterface(child.stdout);
    reader.on("line", (line) => {
      lines.push(line);
      const { msg, port: told } = JSON.parse(line) as { msg?: string; port?: number };
      if (msg === "listening" && told !== undefined) resolve(told);
    });
    reader.once("close", () => reject(new Error("The API ended before it listened.")));
  });
  return {
    url: `http://127.0.0.1:${port}/api`,
    child,
    lines,
    async end(signal) {
      const closed = once(child, "close");
      child.kill(signal);
      const [code] = await closed;
      return code;
    },
  };
}

/** Starts the API where it is expected to refuse: its exit code and what it says. */
export async function startRefusedApi(settings: Readonly<Record<string, string>>) {
  const child = spawnApi(settings);
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  child.stdout.resume();
  const [code] = await once(child, "close");
  return { code, said };
}
