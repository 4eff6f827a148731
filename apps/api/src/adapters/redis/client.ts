import { setTimeout as wait } from "node:timers/promises";
import { Redis } from "ioredis";
import type { Logger } from "pino";

export interface RedisAddress {
  readonly host: string;
  readonly port: number;
  readonly username?: string;
  readonly password?: string;
  readonly db?: number;
  /** Encrypted, and the server's certificate checked, where it is there. */
  readonly tls?: { readonly ca?: string };
}

export interface RedisClient {
  /** For commands: they fail at once while the server is away. */
  readonly commands: Redis;
  /** For subscriptions alone. */
  readonly subscriptions: Redis;
  close(): void;
}

/** What is asked of Redis is asked on the way of a request: without an answer by then, we go on without. */
const ANSWER_WITHIN_MS = 1_000;
/** A server that says nothing that long to a question is taken for gone, and connected to anew. */
const SILENT_MS = 3_000;
const CONNECT_WITHIN_MS = 5_000;
/** The first requests of a process should find Redis, where it is there; where it is not, they do without. */
const FIRST_WITHIN_MS = 2_000;
const LONGEST_WAIT_MS = 2_000;

interface Patience {
  /** Milliseconds after which a command fails that was not answered. */
  readonly answerWithinMs?: number;
}

/** Connects, and connects again for ever; settles soon, whether or not the server is there. */
export async function openRedis(
  address: RedisAddress,
  log: Pick<Logger, "warn" | "info">,
  { answerWithinMs = ANSWER_WITHIN_MS }: Patience = {},
): Promise<RedisClient> {
  const open = (purpose: string) => connect(address, { purpose, answerWithinMs, log });
  const [commands, subscriptions] = [open("commands"), open("subscriptions")];
  const ready = Promise.all([commands, subscriptions].map(readiness));
  await Promise.race([ready, wait(FIRST_WITHIN_MS, undefined, { ref: false })]);
  return {
    commands,
    subscriptions,
    close() {
      commands.disconnect();
      subscriptions.disconnect();
    },
  };
}

interface Connecting {
  readonly purpose: string;
  readonly answerWithinMs: number;
  readonly log: Pick<Logger, "warn" | "info">;
}

function connect(address: RedisAddress, { purpose, answerWithinMs, log }: Connecting) {
  const redis = new Redis({
    ...address,
    connectionName: `caption-generator:${purpose}`,
    enableOfflineQueue: false,
    // What many requests ask at the same time goes in one write.
    enableAutoPipelining: purpose === "commands",
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    // Who listens to what is known better by the event bus.
    autoResubscribe: false,
    commandTimeout: answerWithinMs,
    socketTimeout: SILENT_MS,
    connectTimeout: CONNECT_WITHIN_MS,
    retryStrategy: backOff,
    // What became a replica in a failover keeps our connection, and takes no writes.
    reconnectOnError: (error) => error.message.startsWith("READONLY"),
  });
  let away = false;
  redis.on("error", (error: Error) => {
    if (!away) log.warn({ err: error, purpose }, "Redis is away; going on without it");
    away = true;
  });
  redis.on("ready", () => {
    if (away) log.info({ purpose }, "Redis is back");
    away = false;
  });
  return redis;
}

/** Milliseconds before another try: they double, and a part of them is left to chance. */
const backOff = (times: number): number =>
  Math.min(LONGEST_WAIT_MS, 50 * 2 ** Math.min(times, 10)) * (0.5 + Math.random() / 2);

const readiness = (redis: Redis) =>
  new Promise<void>((resolve) => {
    redis.once("ready", resolve);
  });
