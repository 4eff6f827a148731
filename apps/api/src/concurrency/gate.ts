/** Lets at most `places` tasks run at once; the others wait in the order they came. */
export function createGate(places: number) {
  let free = places;
  const queue = new Set<() => void>();

  function leave(): void {
    const next = queue.values().next().value;
    if (next === undefined) {
      free += 1;
      return;
    }
    queue.delete(next);
    next();
  }

  function enter(signal: AbortSignal | undefined): Promise<void> {
    if (free > 0) {
      free -= 1;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        queue.delete(admit);
        reject(signal?.reason);
      };
      const admit = () => {
        signal?.removeEventListener("abort", giveUp);
        resolve();
      };
      queue.add(admit);
      signal?.addEventListener("abort", giveUp, { once: true });
    });
  }

  return {
    /** Runs `task` once there is room. @throws the signal's reason if it aborts while waiting. */
    async run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
      await enter(signal);
      try {
        signal?.throwIfAborted();
        return await task();
      } finally {
        leave();
      }
    },
  };
}
