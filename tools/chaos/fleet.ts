import type { FakeGemini } from "../../apps/api/src/testing/fake-gemini/start-fake-gemini.ts";
import { startFakeGemini } from "../../apps/api/src/testing/fake-gemini/start-fake-gemini.ts";
import type { Sql, StartedPostgres } from "../../apps/api/src/testing/postgres.ts";
import { startPostgres } from "../../apps/api/src/testing/postgres.ts";
import type { StartedRedis } from "../../apps/api/src/testing/redis.ts";
import { startRedis } from "../../apps/api/src/testing/redis.ts";
import { UNLIMITED } from "../../apps/api/src/testing/unlimited.ts";
import { startEmulator } from "../terraform/emulator.ts";
import type { Gateway } from "./gateway.ts";
import { startGateway } from "./gateway.ts";
import type { Member } from "./member.ts";
import { startMember } from "./member.ts";

const BUCKET = "uploads";

export interface FleetSize {
  readonly apis: number;
  readonly workers: number;
  /** How long the model thinks about each caption, in milliseconds. */
  readonly modelMs: number;
}

/** Several machines of one installation, and the servers that they have in common. */
export interface Fleet {
  readonly apis: readonly Member[];
  readonly workers: readonly Member[];
  readonly postgres: StartedPostgres;
  readonly redis: StartedRedis;
  readonly store: Gateway;
  readonly gemini: FakeGemini;
  /** Asks the database itself. */
  readonly sql: Sql;
  stop(): Promise<void>;
}

/** Starts everything on free ports: Postgres, Redis, S3 in an emulator, a fake model, and the processes. */
export async function startFleet({ apis, workers, modelMs }: FleetSize): Promise<Fleet> {
  const [postgres, redis, emulator, gemini] = await Promise.all([
    startPostgres(),
    startRedis(),
    startEmulator(),
    startFakeGemini({ latencyMs: modelMs }),
  ]);
  const [store] = await Promise.all([
    startGateway(emulator.url),
    postgres.makeDatabase("captions"),
    fetch(`${emulator.url}/${BUCKET}`, { method: "PUT" }),
  ]);
  const settings = {
    ...emulator.env,
    DATABASE_URL: postgres.url("captions"),
    REDIS_URL: redis.url,
    S3_BUCKET: BUCKET,
    S3_ENDPOINT: store.url,
    S3_FORCE_PATH_STYLE: "true",
    ...UNLIMITED,
    SESSION_SECRET: "the same for all of them, as it must be",
    GEMINI_API_KEY: gemini.apiKey,
    GEMINI_BASE_URL: gemini.url,
  };
  const start = (count: number, ROLE: string) =>
    Promise.all(Array.from({ length: count }, () => startMember({ ...settings, ROLE })));
  // One first: it makes the tables, and the others need not wait for each other.
  const [first, ...others] = [await start(1, "api"), await start(apis - 1, "api")].flat();
  const fleet = {
    apis: first === undefined ? [] : [first, ...others],
    workers: await start(workers, "worker"),
  };
  return {
    ...fleet,
    ...{ postgres, redis, store, gemini, sql: postgres.sql("captions") },
    async stop() {
      await Promise.all([...fleet.apis, ...fleet.workers].map((member) => member.stop()));
      store.close();
      await Promise.all([gemini.close(), redis.stop(), emulator.stop()]);
      await postgres.stop();
    },
  };
}
