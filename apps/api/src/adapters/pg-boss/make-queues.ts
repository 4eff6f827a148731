import type { PgBoss } from "pg-boss";
import { DEAD_QUEUE, LANES, QUEUES } from "./lanes.ts";

/**
 * Tried again after a second, two, four, and so on up to half a minute, each somewhat more or less: some six
 * minutes in all, in which a database or a store comes back.
 */
const RETRY = { retryLimit: 16, retryDelay: 1, retryBackoff: true, retryDelayMax: 30 } as const;

const OPTIONS = {
  ...RETRY,
  deadLetter: DEAD_QUEUE,
  /** A process that says nothing for so long is dead. pg-boss takes no less. */
  heartbeatSeconds: 10,
  /** The longest video takes less, and a process that hangs has no heartbeat. */
  expireInSeconds: 7_200,
  deleteAfterSeconds: 3_600,
} as const;

/**
 * To bury a job takes a moment, and is tried again for a day: nobody else ends its caption. Without backoff, for
 * pg-boss takes that over into a dead letter without its bound.
 */
const DEAD_OPTIONS = {
  retryLimit: 8_640,
  retryDelay: 10,
  retryBackoff: false,
  heartbeatSeconds: 10,
  expireInSeconds: 300,
  /** What was given up can be looked at for as long as its file is kept, and some more. */
  deleteAfterSeconds: 7 * 24 * 3_600,
} as const;

/** Makes the queues, or brings those of an earlier release up to date. */
export async function makeQueues(boss: PgBoss): Promise<void> {
  await boss.createQueue(DEAD_QUEUE, DEAD_OPTIONS);
  await boss.updateQueue(DEAD_QUEUE, DEAD_OPTIONS);
  for (const lane of LANES) {
    await boss.createQueue(QUEUES[lane], OPTIONS);
    await boss.updateQueue(QUEUES[lane], OPTIONS);
  }
}
