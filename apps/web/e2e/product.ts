import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const web = fileURLToPath(new URL("..", import.meta.url));
const api = fileURLToPath(new URL("../../api", import.meta.url));
const next = fileURLToPath(new URL("../node_modules/next/dist/bin/next", import.meta.url));

const READY_TRIES = 300;

export interface Product {
  readonly url: string;
  stop(): Promise<void>;
}

/** The API without any key and the built page, on free ports and a fresh data folder. */
export async function startProduct(): Promise<Product> {
  const dataDir = await mkdtemp(join(tmpdir(), "e2e-"));
  const [apiPort, port] = [await freePort(), await freePort()];
  const apiEnv = { PORT: `${apiPort}`, DATA_DIR: dataDir, GEMINI_API_KEY: "", LOG_LEVEL: "warn" };
  const flags = ["--disable-warning=ExperimentalWarning", "src/main.ts"];
  const running = [
    run(api, flags, apiEnv),
    run(web, [next, "start", "--port", `${port}`], { API_ORIGIN: `http://127.0.0.1:${apiPort}` }),
  ];
  const url = `http://localhost:${port}`;
  await answers(`${url}/api/health/ready`);
  return {
    url,
    async stop() {
      await Promise.all(running.map(end));
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function run(cwd: string, args: readonly string[], env: Readonly<Record<string, string>>) {
  return spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

async function end(child: ChildProcess) {
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  await exited;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}

async function answers(url: string) {
  for (let tries = 0; tries < READY_TRIES; tries += 1) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} did not answer in time.`);
}
