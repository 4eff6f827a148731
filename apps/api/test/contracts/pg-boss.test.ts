import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { fromPglite } from "pg-boss";
import { expect, it, onTestFinished } from "vitest";
import { openPglite } from "../../src/adapters/postgres/pglite.ts";
import { jobQueueContract } from "../../src/testing/contracts/job-queue.ts";
import { freshDataFolder } from "../../src/testing/fresh-data-folder.ts";
import { queueOn } from "./queue-under-test.ts";

async function openOnPglite() {
  const dataDir = await freshDataFolder();
  const { client, db } = await openPglite(dataDir);
  const on = { db: fromPglite(client), backend: "pglite", alone: true } as const;
  return {
    client,
    ...(await queueOn(db, on)),
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
  await enqueue({ captionId: "cap_later", jobId: randomUUID() }, "photo");
  await client.exec(
    "UPDATE pgboss.job SET state = 'retry', start_after = now() + interval '1 hour'",
  );
  expect(await queue.waiting()).toEqual({ count: 0, oldestSeconds: 0 });
  await client.exec(
    "UPDATE pgboss.job SET created_on = now() - interval '2 hours', start_after = now() - interval '1 minute'",
  );
  expect(await queue.waiting()).toEqual({ count: 1, oldestSeconds: expect.closeTo(60, -1) });
});

it("buries at once what a killed process was burying, and would wait for a day to do so", async () => {
  const { client, queue, enqueue, hurry, reopen, close } = await openOnPglite();
  const { rows } = await client.query(
    "SELECT heartbeat_seconds, retry_limit * retry_delay AS patience FROM pgboss.queue WHERE name = 'captions-dead'",
  );
  expect(rows).toEqual([{ heartbeat_seconds: 10, patience: 24 * 3_600 }]);
  await hurry();
  const job = { captionId: "cap_dead", jobId: randomUUID() };
  await enqueue(job, "video");
  const buried: object[] = [];
  const bury = async (each: object) => {
    buried.push(each);
  };
  const fail = async () => {
    throw new Error("never");
  };
  const state = async () =>
    (await client.query("SELECT state FROM pgboss.job WHERE name = 'captions-dead'")).rows;
  await queue.work(fail, bury);
  await expect.poll(state).toEqual([{ state: "completed" }]);
  await queue.drain(0);
  await client.exec(
    "UPDATE pgboss.job SET state = 'active', completed_on = NULL, heartbeat_on = now() WHERE name = 'captions-dead'",
  );
  const next = await reopen();
  onTestFinished(async () => {
    await next.drain(0);
    await close();
  });
  await next.work(fail, bury);
  await expect.poll(() => buried).toEqual([job, job]);
});
