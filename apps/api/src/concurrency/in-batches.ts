interface Waiting<T> {
  readonly item: T;
  readonly settle: PromiseWithResolvers<void>;
}

/**
 * Makes of a function that takes many items one that takes a single one. Those that come while the
 * function is at work go together in its next call.
 * @returns a promise of the call that took the item along; it fails as that call does
 */
export function inBatches<T>(work: (items: T[]) => Promise<unknown>): (item: T) => Promise<void> {
  let waiting: Waiting<T>[] = [];
  let working = false;

  async function workOff() {
    working = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await work(batch.map(({ item }) => item));
        for (const { settle } of batch) settle.resolve();
      } catch (error) {
        for (const { settle } of batch) settle.reject(error);
      }
    }
    working = false;
  }

  return (item) => {
    const settle = Promise.withResolvers<void>();
    waiting.push({ item, settle });
    if (!working) void workOff();
    return settle.promise;
  };
}
