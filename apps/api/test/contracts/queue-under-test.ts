import { pino } from "pino";
import type { CaptionQueue, CaptionQueueConfig } from "../../src/adapters/pg-boss/caption-queue.ts";
import { createCaptionQueue } from "../../src/adapters/pg-boss/caption-queue.ts";
import type { Database } from "../../src/db/database.ts";
import type { JobOfCaption, Lane } from "../../src/ports/job-queue.ts";

type On = Pick<CaptionQueueConfig, "db" | "backend" | "alone" | "channel" | "pollMs">;

/** A queue on a database, with what a contract needs beside it. */
export async function queueOn(db: Database, on: On) {
  const openQueue = (): Promise<CaptionQueue> =>
    createCaptionQueue({
      ...on,
      concurrency: { photo: 2, video: 2 },
      log: pino({ level: "silent" }),
    });
  const queue = await openQueue();
  return {
    queue,
    enqueue: (job: JobOfCaption, lane: Lane) =>
      db.transaction((tx) => queue.enqueue(tx, lane, job)),
    async hurry() {
      await on.db.executeSql(
        "UPDATE pgboss.queue SET retry_limit = 1, retry_delay = 0, retry_backoff = false WHERE name LIKE 'captions%'",
      );
    },
    reopen: openQueue,
  };
}
