import { sql } from "drizzle-orm";
import type { ConstructorOptions } from "pg-boss";
import { fromDrizzle, PgBoss } from "pg-boss";
import type { Logger } from "pino";
import type { CaptionJob, JobQueue, Lane } from "../../ports/job-queue.ts";
import type { EnqueueInTransaction } from "../postgres/insert-caption.ts";
import { deadJobs } from "./dead-jobs.ts";
import { DEAD_QUEUE, LANES, QUEUES } from "./lanes.ts";
import { liveJobs } from "./live-jobs.ts";
import { makeQueues } from "./make-queues.ts";
import { createPump } from "./pump.ts";
import { waitingJobs } from "./waiting-jobs.ts";

/**
 * How often pg-boss looks for jobs whose process has died. Each look takes an embedded database some
 * 50 ms, in which it answers nobody, and where no other process has jobs none can die unnoticed.
 */
const SUPERVISE_SECONDS = { alone: 30, amongOthers: 2 } as const;

/** How often an idle queue is looked at, in milliseconds. News of new jobs comes before. */
const POLL_MS = { jobs: 1_000, dead: 10_000 } as const;

/**
 * How often a job's process says that it is there, and learns that the job was cancelled elsewhere. One that
 * is alone need not learn of anything, and only keeps within the heartbeat.
 */
const BEAT_MS = { alone: 3_000, amongOthers: 1_000 } as const;

export interface CaptionQueueConfig {
  readonly db: NonNullable<ConstructorOptions["db"]>;
  readonly backend: "pglite" | "postgres";
  /** How many jobs of this process may be under way at once, by lane. */
  readonly concurrency: Readonly<Record<Lane, number>>;
  /** True where no other process can have jobs: then whatever is under way at the start is orphaned. */
  readonly alone: boolean;
  /** The channel on which other processes are told of new jobs. */
  readonly channel?: string;
  /** Milliseconds after which it looks for new jobs though nobody told of one; a second where it is not said. */
  readonly pollMs?: number;
  readonly log: Logger;
}

export interface CaptionQueue extends JobQueue {
  readonly enqueue: EnqueueInTransaction;
}

/** Caption jobs on pg-boss: at least once each, in the same database as the captions. */
export async function createCaptionQueue(config: CaptionQueueConfig): Promise<CaptionQueue> {
  const { db, backend, alone, channel, log } = config;
  const who = alone ? "alone" : "amongOthers";
  const boss = new PgBoss({
    db,
    backend,
    superviseIntervalSeconds: SUPERVISE_SECONDS[who],
    monitorIntervalSeconds: SUPERVISE_SECONDS[who],
    schedule: false,
  });
  boss.on("error", (error) => log.error({ err: error }, "job queue"));
  await boss.start();
  await makeQueues(boss);
  const beat = { beatMs: BEAT_MS[who], log };
  const dead = createPump<CaptionJob>(boss, {
    queue: DEAD_QUEUE,
    concurrency: 1,
    pollMs: POLL_MS.dead,
    includeMetadata: true,
    ...beat,
  });
  const pumpOf = (lane: Lane) =>
    createPump<CaptionJob>(boss, {
      queue: QUEUES[lane],
      concurrency: config.concurrency[lane],
      pollMs: config.pollMs ?? POLL_MS.jobs,
      onHandedBack: dead.wake,
      ...beat,
    });
  const byLane = { photo: pumpOf("photo"), video: pumpOf("video") };
  const pumps = Object.values(byLane);

  return {
    async enqueue(tx, lane, { jobId, captionId }) {
      const options = { id: jobId, db: fromDrizzle(tx, sql) };
      await boss.send(QUEUES[lane], { captionId }, options);
      // Told when the transaction is committed, and not at all where it is not.
      if (channel !== undefined) await tx.execute(sql`select pg_notify(${channel}, '')`);
    },
    wake(lane) {
      if (lane !== undefined) byLane[lane].wake();
      else for (const pump of pumps) pump.wake();
    },
    async work(handler, onDead) {
      if (alone) await handBackOrphans(boss);
      for (const pump of pumps) pump.start(({ data }, signal) => handler(data, signal));
      dead.start(({ id, data, sourceId }) => onDead({ ...data, jobId: sourceId ?? id }));
    },
    async cancel({ jobId }) {
      for (const pump of pumps) pump.abort(jobId);
      await Promise.all(LANES.map((lane) => boss.cancel(QUEUES[lane], jobId)));
    },
    waiting: () => waitingJobs(db, Object.values(QUEUES)),
    live: (jobIds) => liveJobs(db, jobIds),
    dead: (most) => deadJobs(db, most),
    async drain(timeoutMs) {
      await Promise.all([...pumps, dead].map((pump) => pump.drain(timeoutMs)));
      await boss.stop({ graceful: false, close: false });
    },
  };
}

/** The jobs a killed process was in the middle of, put back without waiting for their heartbeat. */
async function handBackOrphans(boss: PgBoss) {
  for (const queue of [...Object.values(QUEUES), DEAD_QUEUE]) {
    const jobs = await boss.findJobs(queue);
    const orphans = jobs.filter((job) => job.state === "active").map((job) => job.id);
    if (orphans.length > 0) await boss.fail(queue, orphans, { reason: "its process ended" });
  }
}
