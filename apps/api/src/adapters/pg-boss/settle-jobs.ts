import type { Job, PgBoss } from "pg-boss";
import type { Logger } from "pino";
import { inBatches } from "../../concurrency/in-batches.ts";
import { asAppError } from "../../errors/app-error.ts";

export interface SettleConfig {
  readonly queue: string;
  /** Told when a job was handed back: by now it may be on another queue. */
  readonly onHandedBack?: () => void;
  readonly log: Logger;
}

/** Tells the queue how a job's work ended. Jobs that end at the same time are told of in one statement. */
export function createSettler(boss: PgBoss, { queue, onHandedBack, log }: SettleConfig) {
  const complete = inBatches<string>((ids) => boss.complete(queue, ids));

  return async ({ id }: Job<object>, work: Promise<void>): Promise<void> => {
    try {
      await work;
      await complete(id);
    } catch (error) {
      log.error({ err: error, queue, job: id }, "job handed back");
      // The database may be what failed: then the missing heartbeat hands the job back.
      await boss.fail(queue, id, { reason: reasonOf(error) }).catch(() => {});
      onHandedBack?.();
    }
  };
}

/** What is kept with the job, for longer than its caption may be: nothing that a person wrote is in it. */
const reasonOf = (error: unknown): string =>
  asAppError(error)?.message ?? (error instanceof Error ? error.name : typeof error);
