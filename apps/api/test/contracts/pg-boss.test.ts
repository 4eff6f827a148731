import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { fromPglite } from "pg-boss";
import { pino } from "pino";
import { expect, it, onTestFinished } from "vitest";
import { createCaptionQueue } from "../../src/adapters/pg-boss/caption-queue.ts";
import { openPglite } from "../../src/adapters/postgres/pglite.ts";
import type { CaptionJob } from "../../src/ports/job-queue.ts";
import { jobQueueContract } from "../../src/testing/contracts/job-queue.ts";
import { freshDataFolder } from "../../src/testing/fresh-data-folder.ts";

async function openOnPglite() {
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
    client,
    queue,
    enqueue: ({ jobId, captionId }: CaptionJob & { jobId: string }) =>
      db.transaction((tx) => queue.enqueue(tx, jobId, { captionId })),
    reopen: openQueue,
    async close() {
      await client.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

jobQueueContract("pg-boss on PGlite", openOnPglite);

it("does not take a job for waiting that is to be tried again later", async () => {
  const { client, queue, enqueue, close } = await openOnPglite();
  onTestFinished(async () => {
    await queue.drain(0);
    await close();
  });
  await enqueue({ captionId: "cap_later", jobId: randomUUID() });
  await client.exec(
    "UPDATE pgboss.job SET state = 'retry', start_after = now() + interval '1 hour'",
  );
  expect(await queue.waiting()).toEqual({ count: 0, oldestSeconds: 0 });
  await client.exec(
    "UPDATE pgboss.job SET created_on = now() - interval '2 hours', start_after = now() - interval '1 minute'",
  );
  expect(await queue.waiting()).toEqual({ count: 1, oldestSeconds: expect.closeTo(60, -1) });
});
