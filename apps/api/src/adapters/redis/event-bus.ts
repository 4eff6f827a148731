import { randomUUID } from "node:crypto";
import type { EventBus } from "../../ports/events.ts";
import type { Listener } from "../events/listeners.ts";
import { createListeners } from "../events/listeners.ts";
import type { RedisClient } from "./client.ts";

const PREFIX = "captions:events:";
/** How often listeners look for themselves while Redis is away. */
const LOOK_EVERY_MS = 1_000;
/** A connection over which nothing comes may be a dead one: only a question tells. */
const ASK_EVERY_MS = 5_000;
/** Channels subscribed to by one command after a reconnection. */
const AT_ONCE = 500;

const channelOf = (captionId: string) => PREFIX + captionId;

/**
 * Wakes the listeners of this process at once, and through Redis those of every other. While Redis is away,
 * and whenever something may have been missed, listeners are told to look for themselves.
 */
export function createRedisEventBus({
  commands,
  subscriptions,
}: Pick<RedisClient, "commands" | "subscriptions">): EventBus & { close(): void } {
  const listeners = createListeners();
  const origin = randomUUID();
  let connected = false;

  subscriptions.on("message", (channel: string, message: string) => {
    const [from, change] = message.split(" ", 2);
    // Our own listeners were told when it happened.
    if (from === origin || (change !== "progress" && change !== "finished")) return;
    listeners.tell(channel.slice(PREFIX.length), change);
  });
  subscriptions.on("ready", () => void listenAgain());
  subscriptions.on("close", () => {
    connected = false;
  });

  async function listenAgain(): Promise<void> {
    const captionIds = listeners.captionIds();
    connected = true;
    for (let from = 0; from < captionIds.length; from += AT_ONCE) {
      await listenTo(captionIds.slice(from, from + AT_ONCE));
    }
  }

  /** What was published before the subscription stood was heard by nobody: so they look, once it does. */
  async function listenTo(captionIds: readonly string[]): Promise<void> {
    try {
      await subscriptions.subscribe(...captionIds.map(channelOf));
      for (const captionId of captionIds) listeners.tell(captionId, "missed");
    } catch {
      reconnect();
    }
  }

  function reconnect(): void {
    if (subscriptions.status === "ready") subscriptions.disconnect(true);
  }

  function leave(captionId: string, listener: Listener): void {
    if (!listeners.remove(captionId, listener) || !connected) return;
    subscriptions.unsubscribe(channelOf(captionId)).catch(reconnect);
  }

  const look = setInterval(() => {
    if (!connected) listeners.tellAll("missed");
  }, LOOK_EVERY_MS).unref();
  const ask = setInterval(() => {
    if (connected) subscriptions.ping().catch(reconnect);
  }, ASK_EVERY_MS).unref();
  if (subscriptions.status === "ready") connected = true;

  return {
    publish(captionId, change) {
      listeners.tell(captionId, change);
      // Who misses it looks for themselves by and by.
      commands.publish(channelOf(captionId), `${origin} ${change}`).catch(() => {});
    },
    subscribe(captionId, listener) {
      const own: Listener = (change) => listener(change);
      if (listeners.add(captionId, own) && connected) void listenTo([captionId]);
      return () => leave(captionId, own);
    },
    close() {
      clearInterval(look);
      clearInterval(ask);
    },
  };
}
