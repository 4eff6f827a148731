import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { freePort } from "../../apps/api/src/testing/free-port.ts";
import { pin } from "./pinned.ts";

const folder = fileURLToPath(new URL("./peer", import.meta.url));
const READY_WITHIN_MS = 20_000;
const THREADS = 8;

export interface Peer {
  readonly url: string;
  stop(): Promise<void>;
}

/** The Flask API under gunicorn, on one processor; undefined where they are not installed. */
export async function startPeer(
  gemini: { readonly url: string; readonly apiKey: string },
  processor: string,
): Promise<Peer | undefined> {
  const port = await freePort();
  const flags = ["--workers", "1", "--threads", `${THREADS}`, "--worker-class", "gthread"];
  const server = spawn(
    "gunicorn",
    [...flags, "--timeout", "120", "--bind", `127.0.0.1:${port}`, "app:app"],
    {
      cwd: folder,
      env: {
        PATH: process.env["PATH"],
        GEMINI_BASE_URL: gemini.url,
        GEMINI_API_KEY: gemini.apiKey,
      },
      stdio: "ignore",
    },
  );
  const failed = once(server, "exit").then(
    () => true,
    () => true,
  );
  const url = `http://127.0.0.1:${port}`;
  const ready = untilAnswers(url).then(() => false);
  if (await Promise.race([failed, ready])) return undefined;
  await pin(server.pid ?? 0, processor);
  const workers = await childrenOf(server.pid ?? 0);
  for (const worker of workers) await pin(worker, processor);
  return {
    url,
    async stop() {
      server.kill("SIGTERM");
      await failed;
    },
  };
}

async function untilAnswers(url: string): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS;
  while ((await fetch(url).catch(() => undefined)) === undefined) {
    if (performance.now() > deadline) throw new Error("gunicorn does not answer.");
    await wait(100);
  }
}

async function childrenOf(pid: number): Promise<number[]> {
  const listed = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8");
  return listed.trim().split(" ").filter(Boolean).map(Number);
}
