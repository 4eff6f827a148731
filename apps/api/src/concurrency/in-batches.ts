interface Waiting<T> {
  readonly item: T;
  readonly settle: PromiseWithResolvers<void>;
}

/**
 * Makes of a function that takes many items one that takes a single one. Those that come while the
 * function is at work go together in its next call.
 * @param atOnce how many calls may be under way at once
 * @returns a promise of the call that took the item along; it fails as that call does
 */
export function inBatches<T>(
  work: (items: T[]) => Promise<unknown>,
  { atOnce = 1 }: { readonly atOnce?: number } = {},
): (item: T) => Promise<void> {
  let waiting: Waiting<T>[] = [];
  let working = 0;

  async function workOff() {
    working += 1;
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
    working -= 1;
  }

  return (item) => {
    const settle = Promise.withResolvers<void>();
    waiting.push({ item, settle });
    if (working < atOnce) void workOff();
    return settle.promise;
  };
}
