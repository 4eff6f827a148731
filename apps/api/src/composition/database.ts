import { fromPglite } from "pg-boss";
import type { Logger } from "pino";
import { createCaptionQueue } from "../adapters/pg-boss/caption-queue.ts";
import { openPglite } from "../adapters/postgres/pglite.ts";
import type { Env } from "../env.ts";

/** Captions under way at once. Most of their time they wait for the model; decoding has its own limit. */
const CONCURRENCY = 64;

/** The embedded database of the data folder, and the queue of jobs in it. */
export async function openDatabase({ DATA_DIR }: Env, log: Logger) {
  const { client, db } = await openPglite(DATA_DIR);
  const queue = await createCaptionQueue({
    db: fromPglite(client),
    backend: "pglite",
    concurrency: CONCURRENCY,
    alone: true,
    log,
  });
  return {
    db,
    queue,
    ping: async () => {
      await client.query("select 1");
    },
    close: () => client.close(),
  };
}
