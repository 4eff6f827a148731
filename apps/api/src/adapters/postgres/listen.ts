import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import type { Logger } from "pino";
import type { Connection } from "../../db/connection.ts";

/** A server that restarts is back in seconds. */
const AGAIN_MS = 1_000;

export interface Listener {
  close(): Promise<void>;
}

/**
 * Calls `onNews` whenever somebody notifies the channel, on a connection of its own that is opened again
 * and again; once more after each opening, since news may have been missed before.
 */
export function listenTo(
  connection: Connection,
  channel: string,
  { onNews, log }: { readonly onNews: () => void; readonly log: Pick<Logger, "warn"> },
): Listener {
  const closing = new AbortController();
  let current: Client | undefined;

  /** Settles when the connection has gone. */
  async function listen(): Promise<void> {
    const client = new Client({ ...connection, keepAlive: true });
    const gone = new Promise<void>((resolve) => client.once("end", resolve));
    client.on("error", (error) => log.warn({ err: error, channel }, "listening broke off"));
    client.on("notification", onNews);
    current = client;
    try {
      await client.connect();
      await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
      onNews();
    } catch (error) {
      log.warn({ err: error, channel }, "nothing is listened to yet");
      await client.end().catch(() => {});
      return;
    }
    await gone;
  }

  async function goOn(): Promise<void> {
    while (!closing.signal.aborted) {
      await listen();
      await wait(AGAIN_MS, undefined, { signal: closing.signal }).catch(() => {});
    }
  }

  const done = goOn();
  return {
    async close() {
      closing.abort();
      await current?.end().catch(() => {});
      await done;
    },
  };
}
