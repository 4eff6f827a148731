import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ApiProcess } from "../../apps/api/src/testing/api-process.ts";
import { startApiProcess } from "../../apps/api/src/testing/api-process.ts";

/** One process of a fleet, which is another process after it was killed. */
export interface Member {
  /** Where it answers now. */
  url(): string;
  /** Ends it as a machine's end does, and returns when that was, by `Date.now`. */
  kill(): Promise<number>;
  /** Starts it again, after `kill`. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export async function startMember(settings: Readonly<Record<string, string>>): Promise<Member> {
  const folder = await mkdtemp(join(tmpdir(), "chaos-"));
  const start = () => startApiProcess({ ...settings, DATA_DIR: folder });
  let running: ApiProcess | undefined = await start();
  return {
    url: () => running?.url ?? "",
    async kill() {
      await running?.end("SIGKILL");
      running = undefined;
      return Date.now();
    },
    async start() {
      running = await start();
    },
    async stop() {
      await running?.end("SIGTERM");
      await rm(folder, { recursive: true, force: true });
    },
  };
}
