import type { CircuitBreaker } from "./circuit-breaker.ts";

/** Lets everything through, for whoever needs no breaker. */
export const NO_BREAKER: CircuitBreaker = {
  tryRun: async (work) => ({ value: await work() }),
};
