import { fromPglite } from "pg-boss";
import type { Logger } from "pino";
import { createCaptionQueue } from "../adapters/pg-boss/caption-queue.ts";
import { listenTo } from "../adapters/postgres/listen.ts";
import { openPglite } from "../adapters/postgres/pglite.ts";
import { openServer } from "../adapters/postgres/server.ts";
import { toConnection } from "../db/connection.ts";
import type { Env } from "../env.ts";
import type { Lane } from "../ports/job-queue.ts";

/** Where processes on one server tell each other of new jobs. */
const CHANNEL = "caption_jobs";

/** The database and the queue of jobs in it: a server's where one is named, else the data folder's own. */
export function openDatabase(env: Env, log: Logger) {
  return isServer(env) ? onServer(env, log) : embedded(env, log);
}

/** Whether the environment names a database server, which other processes may use as well. */
export const isServer = ({ DATABASE_URL, DATABASE_HOST }: Env): boolean =>
  DATABASE_URL !== undefined || DATABASE_HOST !== undefined;

async function embedded(env: Env, log: Logger) {
  const { client, db } = await openPglite(env.DATA_DIR);
  const queue = await createCaptionQueue({
    db: fromPglite(client),
    backend: "pglite",
    concurrency: concurrency(env),
    alone: true,
    log,
  });
  return {
    db,
    queue,
    ping: async () => {
      await client.query("select 1");
    },
    lost: client.lost,
    close: () => client.close(),
  };
}

async function onServer(env: Env, log: Logger) {
  const connection = toConnection(env, (error) =>
    log.warn({ err: error }, "the database's password could not be read again"),
  );
  const connections = env.DATABASE_CONNECTIONS;
  const { db, executor, ping, close } = await openServer({ connection, connections, log });
  const queue = await createCaptionQueue({
    db: executor,
    backend: "postgres",
    concurrency: concurrency(env),
    alone: false,
    channel: CHANNEL,
    log,
  });
  const listener =
    env.ROLE === "api"
      ? undefined
      : listenTo(connection, CHANNEL, { onNews: () => queue.wake(), log });
  return {
    db,
    queue,
    ping,
    // A server that is away comes back.
    lost: new Promise<never>(() => {}),
    async close() {
      await listener?.close();
      await close();
    },
  };
}

const concurrency = (env: Env): Record<Lane, number> => ({
  photo: env.PHOTO_CONCURRENCY,
  video: env.VIDEO_CONCURRENCY,
});
