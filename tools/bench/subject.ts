import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Visitor } from "../../apps/api/src/testing/api-client.ts";
import { createVisitor } from "../../apps/api/src/testing/api-client.ts";
import { startApiProcess } from "../../apps/api/src/testing/api-process.ts";
import { startFakeGemini } from "../../apps/api/src/testing/fake-gemini/start-fake-gemini.ts";
import { UNLIMITED } from "../../apps/api/src/testing/unlimited.ts";

export interface Subject {
  readonly visitor: Visitor;
  /** The API process's resident memory, in bytes. Linux only: NaN elsewhere. */
  rss(): Promise<number>;
  /** Sends the API process a signal. */
  signal(name: NodeJS.Signals): void;
  stop(): Promise<void>;
}

/**
 * The API as a process of its own on a fresh data folder, with a fake model of the given latency.
 * @param settings more of the API's environment
 */
export async function startSubject(
  modelLatencyMs: number,
  settings: Readonly<Record<string, string>> = {},
): Promise<Subject> {
  const dataDir = await mkdtemp(join(tmpdir(), "bench-"));
  const gemini = await startFakeGemini({ latencyMs: modelLatencyMs });
  const api = await startApiProcess({
    DATA_DIR: dataDir,
    LOG_LEVEL: "info",
    ...UNLIMITED,
    GEMINI_API_KEY: gemini.apiKey,
    GEMINI_BASE_URL: gemini.url,
    ...settings,
  });
  return {
    visitor: createVisitor(api.url),
    rss: () => readRss(api.child.pid ?? 0),
    signal: (name) => void api.child.kill(name),
    async stop() {
      await api.end("SIGTERM");
      await gemini.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function readRss(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/^VmRSS:\s+(\d+) kB$/mu.exec(status)?.[1] ?? Number.NaN) * 1024;
}
