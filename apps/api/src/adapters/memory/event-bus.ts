import { EventEmitter } from "node:events";
import type { EventBus } from "../../ports/events.ts";

/** Wakes the listeners of this process. */
export function createMemoryEventBus(): EventBus {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);
  return {
    publish(captionId, change) {
      emitter.emit(captionId, change);
    },
    subscribe(captionId, listener) {
      emitter.on(captionId, listener);
      return () => {
        emitter.off(captionId, listener);
      };
    },
  };
}
