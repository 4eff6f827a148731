import type { EventBus } from "../../ports/events.ts";
import { createListeners } from "../events/listeners.ts";

export interface MemoryEventBusConfig {
  /** Has listeners look that often, in milliseconds, where other processes change captions as well. */
  readonly lookEveryMs?: number;
}

/** Wakes the listeners of this process. */
export function createMemoryEventBus({
  lookEveryMs,
}: MemoryEventBusConfig = {}): EventBus & { close(): void } {
  const listeners = createListeners();
  const look =
    lookEveryMs === undefined
      ? undefined
      : setInterval(() => listeners.tellAll("missed"), lookEveryMs).unref();
  return {
    publish: (captionId, change) => listeners.tell(captionId, change),
    subscribe(captionId, listener) {
      // One function may listen twice, and leave once.
      const own: typeof listener = (change) => listener(change);
      listeners.add(captionId, own);
      return () => {
        listeners.remove(captionId, own);
      };
    },
    close: () => clearInterval(look),
  };
}
