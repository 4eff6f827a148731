import type { Job, PgBoss } from "pg-boss";
import type { SettleConfig } from "./settle-jobs.ts";
import { createSettler } from "./settle-jobs.ts";

export interface PumpConfig extends SettleConfig {
  readonly concurrency: number;
  /** How often an idle queue is looked at, in milliseconds; `wake` makes our own jobs start at once. */
  readonly pollMs: number;
  /** How often the jobs under way are said to be so; well within the queue's heartbeat. */
  readonly beatMs: number;
  /** Whether handlers need to know more of a job than its data: where it came from. @default false */
  readonly includeMetadata?: boolean;
}

/** A job as it was fetched; `sourceId` is there where metadata was asked for, of what came from another queue. */
export interface FetchedJob<T> {
  readonly id: string;
  readonly data: T;
  readonly sourceId?: string | null;
}

type Handler<T> = (job: FetchedJob<T>, signal: AbortSignal) => Promise<void>;

interface Running {
  readonly controller: AbortController;
  readonly done: Promise<void>;
}

/**
 * Keeps up to `concurrency` jobs of a queue under way with one fetch at a time. pg-boss's own
 * workers fetch one by one: with 64 of them every new job costs 64 queries.
 */
export function createPump<T extends object>(boss: PgBoss, config: PumpConfig) {
  const { queue, concurrency, pollMs, beatMs, includeMetadata = false, log } = config;
  const running = new Map<string, Running>();
  let handle: Handler<T> | undefined;
  const settle = createSettler(boss, config);
  let stopped = false;
  let fetching = false;
  let fetched: Promise<void> = Promise.resolve();
  let again = false;
  let poll: NodeJS.Timeout | undefined;
  let beat: NodeJS.Timeout | undefined;

  function fill(): void {
    if (fetching) again = true;
    else fetched = fetch();
  }

  async function fetch(): Promise<void> {
    fetching = true;
    try {
      do {
        again = false;
        const free = concurrency - running.size;
        if (stopped || handle === undefined || free <= 0) return;
        const jobs = await boss.fetch<T>(queue, { batchSize: free, includeMetadata });
        if (stopped) return await handBack(jobs, settle);
        for (const job of jobs) begin(job, handle);
      } while (again);
    } catch (error) {
      log.error({ err: error, queue }, "fetching jobs failed; trying again");
    } finally {
      fetching = false;
    }
  }

  function begin(job: Job<T>, handler: Handler<T>) {
    const controller = new AbortController();
    const done = settle(job, handler(job, controller.signal)).finally(() => {
      const wasFull = running.size >= concurrency;
      running.delete(job.id);
      // With room to spare nothing was left waiting: new jobs wake the pump themselves.
      if (wasFull) fill();
    });
    running.set(job.id, { controller, done });
  }

  const abort = (jobId: string) =>
    running.get(jobId)?.controller.abort(new Error("The job was cancelled."));

  /** Says that the jobs are under way; those that are nobody's any more were cancelled elsewhere. */
  async function touch() {
    if (running.size === 0) return;
    const told = [...running.keys()];
    try {
      // Its types leave out which it found under way.
      const { settled } = (await boss.touch(queue, told)) as { settled?: readonly string[] };
      const ours = new Set(settled ?? told);
      for (const id of told) if (!ours.has(id)) abort(id);
    } catch (error) {
      // One that could not be told says nothing about whose the jobs are.
      log.warn({ err: error, queue }, "heartbeat failed");
    }
  }

  return {
    start(handler: Handler<T>) {
      handle = handler;
      poll = setInterval(fill, pollMs);
      beat = setInterval(() => void touch(), beatMs);
      fill();
    },
    wake: fill,
    abort,
    /**
     * Takes no more jobs and waits for those under way; those that take longer are handed back, and so is
     * at once what a fetch still brings.
     */
    async drain(timeoutMs: number) {
      stopped = true;
      clearInterval(poll);
      const all = Promise.all([fetched, ...[...running.values()].map(({ done }) => done)]);
      await Promise.race([all, new Promise((resolve) => setTimeout(resolve, timeoutMs).unref())]);
      for (const { controller } of running.values()) controller.abort(goingDown());
      await Promise.all([...running.values()].map(({ done }) => done));
      clearInterval(beat);
    },
  };
}

/** What was fetched while the pump was stopped is begun by nobody here. */
async function handBack<T extends object>(
  jobs: readonly Job<T>[],
  settle: ReturnType<typeof createSettler>,
): Promise<void> {
  await Promise.all(jobs.map((job) => settle(job, Promise.reject(goingDown()))));
}

const goingDown = () => new Error("The process is going down.");
