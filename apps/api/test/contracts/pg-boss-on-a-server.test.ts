import { randomUUID } from "node:crypto";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import type { CaptionQueue } from "../../src/adapters/pg-boss/caption-queue.ts";
import { listenTo } from "../../src/adapters/postgres/listen.ts";
import { openServer } from "../../src/adapters/postgres/server.ts";
import type { JobHandler } from "../../src/ports/job-queue.ts";
import { has, needing } from "../../src/testing/capabilities.ts";
import { jobQueueContract } from "../../src/testing/contracts/job-queue.ts";
import type { StartedPostgres } from "../../src/testing/postgres.ts";
import { startPostgres } from "../../src/testing/postgres.ts";
import { SOON } from "../../src/testing/soon.ts";
import { queueOn } from "./queue-under-test.ts";

const CHANNEL = "caption_jobs";
const log = pino({ level: "silent" });
const nobodyDies = async () => {};

describe.skipIf(!has("postgres"))(needing("postgres", "a database server"), () => {
  let postgres: StartedPostgres;
  let databases = 0;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres?.stop());

  async function openOnServer(more: { readonly pollMs?: number } = {}) {
    databases += 1;
    const database = `queue_${databases}`;
    await postgres.makeDatabase(database);
    const connection = { ...postgres.connection, database };
    const server = await openServer({ connection, connections: 4, log });
    const on = {
      db: server.executor,
      backend: "postgres",
      alone: false,
      channel: CHANNEL,
      ...more,
    } as const;
    return { connection, ...(await queueOn(server.db, on)), close: server.close };
  }

  jobQueueContract("pg-boss on a server", () => openOnServer());

  describe("two processes on one server", () => {
    /** Longer than any test waits. */
    const ONLY_TOLD = { pollMs: 600_000 };

    /** One that only enqueues, and one that works and listens as a worker does. */
    async function openTwo(handler: JobHandler) {
      const { connection, queue: api, reopen, enqueue, close } = await openOnServer(ONLY_TOLD);
      const worker: CaptionQueue = await reopen();
      const listener = listenTo(connection, CHANNEL, { onNews: () => worker.wake(), log });
      onTestFinished(async () => {
        await listener.close();
        await Promise.all([api.drain(0), worker.drain(0)]);
        await close();
      });
      await worker.work(handler, nobodyDies);
      return { api, enqueue };
    }

    it("begin in one what the other was given, before they look by themselves", async () => {
      const begun = new Set<string>();
      const { enqueue } = await openTwo(async ({ captionId }) => void begun.add(captionId));
      for (let round = 0; round < 3; round += 1) {
        const captionId = `cap_${round}`;
        await enqueue({ captionId, jobId: randomUUID() }, "photo");
        await vi.waitFor(() => expect(begun).toContain(captionId), SOON);
      }
    });

    it("stop in one what is cancelled in the other", async () => {
      const stopped: number[] = [];
      const started = vi.fn();
      const { api, enqueue } = await openTwo(async (_, signal) => {
        started();
        await new Promise((_resolve, reject) => {
          signal.addEventListener("abort", () => {
            stopped.push(performance.now());
            reject(signal.reason);
          });
        });
      });
      const job = { captionId: "cap_cancelled", jobId: randomUUID() };
      await enqueue(job, "video");
      await vi.waitFor(() => expect(started).toHaveBeenCalled(), SOON);
      await api.cancel(job);
      await vi.waitFor(() => expect(stopped).toHaveLength(1), SOON);
      expect(started).toHaveBeenCalledTimes(1);
    });
  });
});
