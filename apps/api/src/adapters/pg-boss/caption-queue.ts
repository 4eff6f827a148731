import { sql } from "drizzle-orm";
import type { ConstructorOptions } from "pg-boss";
import { fromDrizzle, PgBoss } from "pg-boss";
import type { Logger } from "pino";
import type { CaptionJob, JobQueue } from "../../ports/job-queue.ts";
import type { EnqueueInTransaction } from "../postgres/insert-caption.ts";
import { createPump } from "./pump.ts";
import { waitingJobs } from "./waiting-jobs.ts";

const QUEUE = "captions";
const DEAD = "captions-dead";

/**
 * How often pg-boss looks for jobs whose process has died. Each look takes an embedded database some
 * 50 ms, in which it answers nobody, and where no other process has jobs none can die unnoticed.
 */
const SUPERVISE_SECONDS = { alone: 30, amongOthers: 5 } as const;

/** How often an idle queue is looked at, in milliseconds. Jobs of this process wake it at once. */
const POLL_MS = { jobs: 1_000, dead: 10_000 } as const;

export interface CaptionQueueConfig {
  readonly db: NonNullable<ConstructorOptions["db"]>;
  readonly backend: "pglite" | "postgres";
  /** How many jobs of this process may be under way at once. */
  readonly concurrency: number;
  /** True where no other process can have jobs: then whatever is under way at the start is orphaned. */
  readonly alone: boolean;
  readonly log: Logger;
}

export interface CaptionQueue extends JobQueue {
  readonly enqueue: EnqueueInTransaction;
}

/** Caption jobs on pg-boss: at least once each, in the same database as the captions. */
export async function createCaptionQueue(config: CaptionQueueConfig): Promise<CaptionQueue> {
  const { db, backend, concurrency, alone, log } = config;
  const supervise = alone ? SUPERVISE_SECONDS.alone : SUPERVISE_SECONDS.amongOthers;
  const boss = new PgBoss({
    db,
    backend,
    superviseIntervalSeconds: supervise,
    monitorIntervalSeconds: supervise,
    schedule: false,
  });
  boss.on("error", (error) => log.error({ err: error }, "job queue"));
  await boss.start();
  await boss.createQueue(DEAD);
  await boss.createQueue(QUEUE, {
    deadLetter: DEAD,
    heartbeatSeconds: 10,
    retryLimit: 5,
    expireInSeconds: 600,
    deleteAfterSeconds: 3_600,
  });
  const dead = createPump<CaptionJob>(boss, {
    queue: DEAD,
    concurrency: 1,
    pollMs: POLL_MS.dead,
    log,
  });
  const work = createPump<CaptionJob>(boss, {
    queue: QUEUE,
    concurrency,
    pollMs: POLL_MS.jobs,
    onHandedBack: dead.wake,
    log,
  });

  return {
    async enqueue(tx, jobId, job) {
      await boss.send(QUEUE, job, { id: jobId, db: fromDrizzle(tx, sql) });
    },
    wake: () => work.wake(),
    async work(handler, onDead) {
      if (alone) await handBackOrphans(boss);
      work.start((job, signal) => handler(job, signal));
      dead.start((job) => onDead(job));
    },
    async cancel({ jobId }) {
      work.abort(jobId);
      await boss.cancel(QUEUE, jobId);
    },
    waiting: () => waitingJobs(db, QUEUE),
    async drain(timeoutMs) {
      await Promise.all([work.drain(timeoutMs), dead.drain(timeoutMs)]);
      await boss.stop({ graceful: false, close: false });
    },
  };
}

/** The jobs a killed process was in the middle of, put back without waiting for their heartbeat. */
async function handBackOrphans(boss: PgBoss) {
  const jobs = await boss.findJobs(QUEUE);
  const orphans = jobs.filter((job) => job.state === "active").map((job) => job.id);
  if (orphans.length > 0) await boss.fail(QUEUE, orphans, { reason: "its process ended" });
}
