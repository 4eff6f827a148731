import { inBatches } from "./in-batches.ts";

interface Asked<K, V> {
  readonly key: K;
  value?: V | undefined;
}

/**
 * Makes of a function that loads many things one that loads a single one. Those that are asked for while the
 * function is at work are loaded together by its next call, so that nobody is told of a time before they asked.
 * @param calls how many of the function may be under way at once: one, unless it is said
 * @returns undefined for what the function did not find; fails as the function does
 */
export function loadTogether<K, V>(
  load: (keys: readonly K[]) => Promise<ReadonlyMap<K, V>>,
  calls: { readonly atOnce?: number } = {},
): (key: K) => Promise<V | undefined> {
  const ask = inBatches<Asked<K, V>>(async (asked) => {
    const values = await load([...new Set(asked.map(({ key }) => key))]);
    for (const one of asked) one.value = values.get(one.key);
  }, calls);
  return async (key) => {
    const asked: Asked<K, V> = { key };
    await ask(asked);
    return asked.value;
  };
}
