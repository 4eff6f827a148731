import type { Logger } from "pino";
import type { Prometheus } from "../metrics/prometheus.ts";
import type { SharedState } from "../ports/shared-state.ts";
import type { CircuitBreaker } from "../retry/circuit-breaker.ts";
import { createCircuitBreaker } from "../retry/circuit-breaker.ts";

/** Gives the circuit breaker of a name: `gemini:gemini-3.8-flash`. */
export type Circuits = (name: string) => CircuitBreaker;

/** Circuit breakers that all processes of an installation share, as far as they share a state. */
export const createCircuits =
  (
    state: SharedState,
    { log, prometheus }: { readonly log: Logger; readonly prometheus: Prometheus },
  ): Circuits =>
  (name) =>
    createCircuitBreaker({
      name: `circuit:${name}`,
      state,
      now: Date.now,
      onChange(change, forMs) {
        if (change === "opened") {
          prometheus.circuitOpenings.inc({ circuit: name });
          log.warn({ circuit: name, seconds: Math.ceil(forMs / 1_000) }, "left alone for a while");
        } else log.info({ circuit: name }, "answers again");
      },
    });
