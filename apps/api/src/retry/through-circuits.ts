import type { CircuitBreaker, Fault } from "./circuit-breaker.ts";
import type { Clock } from "./retry.ts";

/** Somebody who can be asked, with the circuit that says whether to. */
export interface Line {
  readonly breaker: CircuitBreaker;
}

export interface ThroughCircuits<L extends Line, T> {
  /** The first one is asked where it may be; the others stand in, in their order. */
  readonly lines: readonly L[];
  readonly work: (line: L) => Promise<T>;
  readonly judge: (error: unknown) => Fault;
  /** Whether another line may do what this error came of. */
  readonly goesOn: (error: unknown) => boolean;
  /** Whether the same line may do it later: what others say to it after that is not final. */
  readonly passes: (error: unknown) => boolean;
  /** Told before another line is asked. */
  readonly onGoingOn: (error: unknown) => void;
  /** Told once, before the first wait for a circuit, in milliseconds. */
  readonly onWait: (waitMs: number) => void;
  /** What is thrown where the wait would outlast the deadline. */
  readonly tooLong: (waitMs: number) => Error;
  /** From when on nobody is asked any more, in milliseconds since the epoch: no answer would come in time. */
  readonly end: number;
  /** What is thrown where it is that late before anybody was asked. */
  readonly noTurn: () => Error;
  readonly signal: AbortSignal;
  /** Milliseconds since the epoch. */
  readonly deadline: number;
  readonly clock: Clock;
}

/** Those who wait for the same circuit do not come back together. */
const JITTER_MS = 250;

/**
 * Has the first line do the work whose circuit is closed, and goes on to the next where it fails in a way that
 * another may not. Where all are open, waits for the first that is not.
 * @throws the error of a line that may do it later, or else the last one; what `tooLong` makes; the signal's reason
 */
export async function throughCircuits<L extends Line, T>(
  config: ThroughCircuits<L, T>,
): Promise<T> {
  const { signal, deadline, clock } = config;
  for (let told = false; ; told = true) {
    const outcome = await askEach(config);
    if ("value" in outcome) return outcome.value;
    if (outcome.waitMs === Number.POSITIVE_INFINITY) throw config.noTurn();
    const waitMs = outcome.waitMs + clock.random() * JITTER_MS;
    if (clock.now() + waitMs >= deadline) throw config.tooLong(waitMs);
    if (!told) config.onWait(waitMs);
    await clock.sleep(waitMs, signal);
  }
}

/** Whoever is asked without time to answer would be taken for one that is away. */
function* inTime<L>(lines: readonly L[], { clock, end }: { clock: Clock; end: number }) {
  for (const line of lines) {
    if (clock.now() >= end) return;
    yield line;
  }
}

/** Waits for ever where nobody was asked. */
async function askEach<L extends Line, T>({
  lines,
  work,
  judge,
  goesOn,
  passes,
  onGoingOn,
  signal,
  clock,
  end,
}: ThroughCircuits<L, T>): Promise<{ readonly value: T } | { readonly waitMs: number }> {
  let shortest = Number.POSITIVE_INFINITY;
  let failure: { readonly error: unknown } | undefined;
  for (const line of inTime(lines, { clock, end })) {
    try {
      const tried = await line.breaker.tryRun(() => {
        if (failure !== undefined) onGoingOn(failure.error);
        return work(line);
      }, judge);
      if ("value" in tried) return tried;
      shortest = Math.min(shortest, tried.waitMs);
    } catch (error) {
      signal.throwIfAborted();
      // What passes is not made final by what somebody else says after it.
      if (failure === undefined || passes(error) || !passes(failure.error)) failure = { error };
      if (!goesOn(error)) break;
    }
  }
  if (failure === undefined) return { waitMs: shortest };
  // Who is left alone may do later what the others never will.
  const waits = Number.isFinite(shortest) && goesOn(failure.error) && !passes(failure.error);
  if (!waits) throw failure.error;
  return { waitMs: shortest };
}
