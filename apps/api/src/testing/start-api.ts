import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { pino } from "pino";
import { compose } from "../composition.ts";
import { parseEnv } from "../env.ts";
import { listen } from "../http/listen.ts";
import { freshDataFolder } from "./fresh-data-folder.ts";

export interface RunningApi {
  /** `http://127.0.0.1:PORT/api` */
  readonly url: string;
  readonly dataDir: string;
  /** The names of the files that hold uploaded bytes right now. */
  storedUploads(): Promise<string[]>;
  stop(): Promise<void>;
}

/** The whole API on a free port and, unless one is given, a data folder of its own. */
export async function startApi(
  settings: Readonly<Record<string, string>> = {},
): Promise<RunningApi> {
  const given = settings["DATA_DIR"];
  const dataDir = given ?? (await freshDataFolder());
  const env = parseEnv({ LOG_LEVEL: "silent", ...settings, DATA_DIR: dataDir });
  const service = await compose(env, pino({ level: env.LOG_LEVEL }), () => {});
  const server = await listen(service.app.fetch, { host: "127.0.0.1", port: 0 });
  return {
    url: `http://127.0.0.1:${server.port}/api`,
    dataDir,
    async storedUploads() {
      const names = await readdir(join(dataDir, "uploads"), { recursive: true });
      return names.filter((name) => name.includes("upl_"));
    },
    async stop() {
      await Promise.all([server.close(), service.drain()]);
      await service.close();
      if (given === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}
