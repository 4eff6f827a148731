/**
 * Runs tasks at the same time. The first that fails ends the others, by their signal; nothing is under
 * way any more once this returns or throws.
 *
 * @throws the first task's error; the signal's reason once it aborts
 */
export async function allOrNone<T extends readonly unknown[] | []>(
  tasks: { readonly [K in keyof T]: (signal: AbortSignal) => Promise<T[K]> },
  signal: AbortSignal,
): Promise<T> {
  const failure = new AbortController();
  const either = AbortSignal.any([signal, failure.signal]);
  const results = await Promise.allSettled(
    tasks.map(async (task) => {
      try {
        return await task(either);
      } catch (error) {
        failure.abort(error);
        throw error;
      }
    }),
  );
  signal.throwIfAborted();
  failure.signal.throwIfAborted();
  const values = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  // None failed: there is one for each task, in the same order.
  return values as readonly unknown[] as T;
}
