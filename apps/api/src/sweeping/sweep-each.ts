import type { Deps } from "../deps.ts";

/** What a kind of sweep looks for, and what it does with each. */
export interface Sweep<T> {
  /** What is to be swept, so many at the most, in any order; what was swept is not in it again. */
  list(most: number): Promise<readonly T[]>;
  idOf(item: T): string;
  /** @returns false, and nothing is done, where it is not to be swept any more: somebody took it meanwhile */
  sweep(item: T): Promise<boolean>;
}

export interface Sweeping {
  readonly log: Pick<Deps["log"], "error">;
  /** Ends a sweep after the one that is under way. */
  readonly signal: AbortSignal;
}

/** At most so many are listed at once. */
const BATCH = 1_000;

/** So many failures of a sweep are logged one by one; of the others, that there were some: all fail where a store is away. */
const MOST_LOGGED = 10;

/**
 * Sweeps all that is listed, each on its own: one that fails is left for another time, and keeps none of the
 * others from their turn, however many such there are. Returns how many were swept.
 */
export async function sweepEach<T>(
  { list, idOf, sweep }: Sweep<T>,
  { log, signal }: Sweeping,
  batch = BATCH,
): Promise<number> {
  const tried = new Set<string>();
  let swept = 0;
  let failed = 0;

  async function sweepOne(item: T) {
    if (signal.aborted) return;
    tried.add(idOf(item));
    try {
      if (await sweep(item)) swept += 1;
    } catch (error) {
      if (signal.aborted) return;
      failed += 1;
      if (failed <= MOST_LOGGED) log.error({ err: error, id: idOf(item) }, "sweeping one failed");
    }
  }

  while (!signal.aborted) {
    // What was not swept is listed again: it must not take the place of what was not tried yet.
    const most = batch + tried.size - swept;
    const listed = await list(most);
    const untried = listed.filter((item) => !tried.has(idOf(item)));
    for (const item of untried) await sweepOne(item);
    if (listed.length < most || untried.length === 0) break;
  }
  if (failed > MOST_LOGGED) log.error({ failed }, "sweeping many failed");
  return swept;
}
