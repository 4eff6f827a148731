import { rm } from "node:fs/promises";
import { fromPglite } from "pg-boss";
import { pino } from "pino";
import { createCaptionQueue } from "../../src/adapters/pg-boss/caption-queue.ts";
import { openPglite } from "../../src/adapters/postgres/pglite.ts";
import { jobQueueContract } from "../../src/testing/contracts/job-queue.ts";
import { freshDataFolder } from "../../src/testing/fresh-data-folder.ts";

jobQueueContract("pg-boss on PGlite", async () => {
  const dataDir = await freshDataFolder();
  const { client, db } = await openPglite(dataDir);
  const openQueue = () =>
    createCaptionQueue({
      db: fromPglite(client),
      backend: "pglite",
      concurrency: 2,
      alone: true,
      log: pino({ level: "silent" }),
    });
  const queue = await openQueue();
  return {
    queue,
    enqueue: ({ jobId, captionId }) =>
      db.transaction((tx) => queue.enqueue(tx, jobId, { captionId })),
    reopen: openQueue,
    async close() {
      await client.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
});
