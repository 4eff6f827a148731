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

/** As `npm start` has them. */
const API = [
  "--disable-warning=ExperimentalWarning",
  "--import=./src/quick-scopes.ts",
  "src/main.ts",
];
const API_ENV = {
  GEMINI_API_KEY: "",
  OPENAI_API_KEY: "",
  NODE_COMPILE_CACHE: join(api, "node_modules", ".cache", "compiled"),
};

/** A new database takes seconds, and minutes where the machine is busy with other things. */
export const READY_MS = 180_000;

export interface Product {
  readonly url: string;
  readonly dataDir: string;
  /** Ends the API at once, in the middle of whatever it does. */
  crashApi(): Promise<void>;
  /** Starts the API again, with other settings for its models. */
  startApi(keys: Readonly<Record<string, string>>): Promise<void>;
  stop(): Promise<void>;
}

/**
 * The API and the built page, on free ports and a fresh data folder.
 * @param keys the API's settings for its models; without any it uses those on the machine
 */
export async function startProduct(keys: Readonly<Record<string, string>> = {}): Promise<Product> {
  const dataDir = await mkdtemp(join(tmpdir(), "e2e-"));
  const apiPort = await freePort();
  const port = await freePort(apiPort);
  const runApi = (settings: typeof keys) => run(api, API, { ...base, ...settings });
  const base = { ...API_ENV, PORT: `${apiPort}`, DATA_DIR: dataDir, LOG_LEVEL: "warn" };
  const apiUrl = `http://127.0.0.1:${apiPort}`;
  const page = run(web, [next, "start", "--port", `${port}`], { API_ORIGIN: apiUrl });
  let service = runApi(keys);
  const url = `http://localhost:${port}`;
  const ready = () =>
    Promise.race([answers(`${url}/api/health/ready`), endOf(service), endOf(page)]);
  const product: Product = {
    url,
    dataDir,
    crashApi: () => end(service, "SIGKILL"),
    async startApi(settings) {
      service = runApi(settings);
      await ready();
    },
    async stop() {
      await Promise.all([end(service), end(page)]);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  try {
    await ready();
    return product;
  } catch (error) {
    await product.stop();
    throw error;
  }
}

function run(cwd: string, args: readonly string[], env: Readonly<Record<string, string>>) {
  return spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

async function end(child: ChildProcess, signal: NodeJS.Signals = "SIGTERM") {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill(signal);
  await exited;
}

/** What ends before it answers need not be waited for. */
async function endOf(child: ChildProcess): Promise<never> {
  await once(child, "exit");
  throw new Error(`${child.spawnargs.join(" ")} ended before it answered.`);
}

/** Below all that systems give to who asks for any: what is free now still is when a server has started. */
const [LOWEST, HIGHEST] = [10_000, 30_000];

async function freePort(other = 0): Promise<number> {
  for (;;) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
    const server = createServer().listen(port);
    const taken = await once(server, "listening").then(
      () => false,
      () => true,
    );
    server.close();
    if (!taken && port !== other) return port;
  }
}

async function answers(url: string) {
  const deadline = Date.now() + READY_MS;
  while (Date.now() < deadline) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} did not answer within ${READY_MS / 1_000} s.`);
}
