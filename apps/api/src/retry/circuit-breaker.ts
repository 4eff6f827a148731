import type { SharedState } from "../ports/shared-state.ts";
import type { Circuit, Pass } from "./circuit.ts";
import { abandoned, CLOSED, enter, failed, succeeded } from "./circuit.ts";

/** What a failed call says about its provider. */
export type Fault =
  /** It is not there, or asks to be left alone for so long, in milliseconds. */
  | { readonly kind: "away"; readonly askedMs: number | undefined }
  /** It is there, and refused. */
  | { readonly kind: "refused" }
  /** Nothing: we gave up. */
  | { readonly kind: "abandoned" };

export interface CircuitBreaker {
  /**
   * Does `work` where the circuit lets it through; else says how long to wait before asking again.
   * @throws what `work` throws, once it is judged
   */
  tryRun<T>(
    work: () => Promise<T>,
    judge: (error: unknown) => Fault,
  ): Promise<{ readonly value: T } | { readonly waitMs: number }>;
}

export interface CircuitBreakerConfig {
  /** Of whom it guards; whoever shares the state shares the circuit of that name. */
  readonly name: string;
  readonly state: SharedState;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Told where this process opened or closed it. */
  readonly onChange?: (change: "opened" | "closed", forMs: number) => void;
}

/** What nobody asks about for so long is as good as closed. */
const KEPT_MS = 600_000;

/** A circuit breaker that processes share. */
export function createCircuitBreaker(config: CircuitBreakerConfig): CircuitBreaker {
  const { name, state, now, onChange } = config;

  const enterIt = () =>
    state.change(
      name,
      (value) => {
        const { circuit, entry } = enter(parse(value), now());
        return { value: format(circuit), result: entry };
      },
      KEPT_MS,
    );

  async function change(next: (circuit: Circuit) => Circuit): Promise<void> {
    const { before, after } = await state.change(
      name,
      (value) => {
        const before = parse(value);
        const after = next(before);
        return { value: format(after), result: { before, after } };
      },
      KEPT_MS,
    );
    if (after.until > before.until) onChange?.("opened", after.until - now());
    if (after.until === 0 && before.until !== 0) onChange?.("closed", 0);
  }

  function tell(pass: Pass, fault: Fault): Promise<void> {
    if (fault.kind === "abandoned") return change((circuit) => abandoned(circuit, pass));
    if (fault.kind === "refused") return change((circuit) => succeeded(circuit, pass));
    const at = { now: now(), askedMs: fault.askedMs };
    return change((circuit) => failed(circuit, pass, at));
  }

  return {
    async tryRun(work, judge) {
      const entry = await enterIt();
      if ("waitMs" in entry) return entry;
      const { pass } = entry;
      const value = await work().catch(async (error: unknown) => {
        await tell(pass, judge(error));
        throw error;
      });
      await change((circuit) => succeeded(circuit, pass));
      return { value };
    },
  };
}

const isClosed = ({ failures, openings, until }: Circuit) =>
  failures === 0 && openings === 0 && until === 0;

const format = (circuit: Circuit) => (isClosed(circuit) ? undefined : JSON.stringify(circuit));

/** What another version of this program has left there is as good as nothing. */
function parse(value: string | undefined): Circuit {
  if (value === undefined) return CLOSED;
  const circuit = JSON.parse(value) as Partial<Circuit>;
  const { failures = 0, openings = 0, until = 0, probeUntil = 0 } = circuit;
  return { failures, openings, until, probeUntil };
}
