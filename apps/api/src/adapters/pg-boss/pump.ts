import type { Job, PgBoss } from "pg-boss";
import type { SettleConfig } from "./settle-jobs.ts";
import { createSettler } from "./settle-jobs.ts";

/** A third of the queue's heartbeat, so that one missed beat loses nothing. */
const HEARTBEAT_MS = 3_000;

export interface PumpConfig extends SettleConfig {
  readonly concurrency: number;
  /** How often an idle queue is looked at, in milliseconds; `wake` makes our own jobs start at once. */
  readonly pollMs: number;
}

interface Running {
  readonly controller: AbortController;
  readonly done: Promise<void>;
}

/**
 * Keeps up to `concurrency` jobs of a queue under way with one fetch at a time. pg-boss's own
 * workers fetch one by one: with 64 of them every new job costs 64 queries.
 */
export function createPump<T extends object>(boss: PgBoss, config: PumpConfig) {
  const { queue, concurrency, pollMs, log } = config;
  const running = new Map<string, Running>();
  let handle: ((job: T, signal: AbortSignal) => Promise<void>) | undefined;
  const settle = createSettler(boss, config);
  let stopped = false;
  let fetching = false;
  let again = false;
  let poll: NodeJS.Timeout | undefined;
  let beat: NodeJS.Timeout | undefined;

  async function fill(): Promise<void> {
    if (fetching) {
      again = true;
      return;
    }
    fetching = true;
    try {
      do {
        again = false;
        const free = concurrency - running.size;
        if (stopped || handle === undefined || free <= 0) return;
        const jobs = await boss.fetch<T>(queue, { batchSize: free });
        for (const job of jobs) begin(job, handle);
      } while (again);
    } catch (error) {
      log.error({ err: error, queue }, "fetching jobs failed; trying again");
    } finally {
      fetching = false;
    }
  }

  function begin(job: Job<T>, handler: (job: T, signal: AbortSignal) => Promise<void>) {
    const controller = new AbortController();
    const done = settle(job, handler(job.data, controller.signal)).finally(() => {
      const wasFull = running.size >= concurrency;
      running.delete(job.id);
      // With room to spare nothing was left waiting: new jobs wake the pump themselves.
      if (wasFull) void fill();
    });
    running.set(job.id, { controller, done });
  }

  async function touch() {
    if (running.size === 0) return;
    await boss
      .touch(queue, [...running.keys()])
      .catch((error) => log.warn({ err: error, queue }, "heartbeat failed"));
  }

  return {
    start(handler: (job: T, signal: AbortSignal) => Promise<void>) {
      handle = handler;
      poll = setInterval(() => void fill(), pollMs);
      beat = setInterval(() => void touch(), HEARTBEAT_MS);
      void fill();
    },
    wake() {
      void fill();
    },
    abort(jobId: string) {
      running.get(jobId)?.controller.abort(new Error("The job was cancelled."));
    },
    /** Takes no more jobs and waits for those under way; those that take longer are handed back. */
    async drain(timeoutMs: number) {
      stopped = true;
      clearInterval(poll);
      const all = Promise.all([...running.values()].map(({ done }) => done));
      await Promise.race([all, new Promise((resolve) => setTimeout(resolve, timeoutMs).unref())]);
      for (const { controller } of running.values()) {
        controller.abort(new Error("The process is going down."));
      }
      await Promise.all([...running.values()].map(({ done }) => done));
      clearInterval(beat);
    },
  };
}
