/**
 * Whether a provider is asked at all (the circuit breaker of M. Nygard, "Release It!"). Closed, it is asked;
 * open, it is left alone until a moment; then a single call, the probe, finds out whether it is back.
 */
export interface Circuit {
  /** Calls that failed one after the other while it was closed. */
  readonly failures: number;
  /** How often it was opened without a success since. */
  readonly openings: number;
  /** Until when nobody is to ask, in milliseconds since the epoch; 0 while it is closed. */
  readonly until: number;
  /** Until when the probe is waited for, in milliseconds since the epoch; 0 where there is none. */
  readonly probeUntil: number;
}

export const CLOSED: Circuit = { failures: 0, openings: 0, until: 0, probeUntil: 0 };

/** So many in a row are no chance: one call in three failing would need 243 calls for it. */
export const MOST_FAILURES = 5;
const FIRST_OPEN_MS = 5_000;
/** Whatever a provider asks for: it may be back before, and a probe costs next to nothing. */
export const LONGEST_OPEN_MS = 60_000;
/** A probe that says nothing for so long takes very long, or was lost with its process: another one goes. */
const PROBE_MS = 70_000;
/** How often those who wait for the probe look what came of it. */
const LOOK_MS = 500;

export type Pass = "call" | "probe";
export type Entry = { readonly pass: Pass } | { readonly waitMs: number };

/** Asks to go through at `now`, in milliseconds since the epoch. */
export function enter(circuit: Circuit, now: number): { circuit: Circuit; entry: Entry } {
  if (circuit.until === 0) return { circuit, entry: { pass: "call" } };
  if (now < circuit.until) return { circuit, entry: { waitMs: circuit.until - now } };
  if (now < circuit.probeUntil) {
    return { circuit, entry: { waitMs: Math.min(LOOK_MS, circuit.probeUntil - now) } };
  }
  return { circuit: { ...circuit, probeUntil: now + PROBE_MS }, entry: { pass: "probe" } };
}

/** After an answer. One to a call from before it was opened says nothing about now. */
export function succeeded(circuit: Circuit, pass: Pass): Circuit {
  return circuit.until === 0 || pass === "probe" ? CLOSED : circuit;
}

/**
 * After a failure that says that the provider is not there, or asks to be left alone.
 * @param askedMs for how long it asked, in milliseconds, if it did
 */
export function failed(
  circuit: Circuit,
  pass: Pass,
  { now, askedMs }: { readonly now: number; readonly askedMs: number | undefined },
): Circuit {
  const isOpen = circuit.until !== 0;
  if (isOpen && pass !== "probe") return circuit;
  if (askedMs !== undefined) {
    return { ...circuit, until: now + Math.min(LONGEST_OPEN_MS, askedMs), probeUntil: 0 };
  }
  const failures = circuit.failures + 1;
  if (!isOpen && failures < MOST_FAILURES) return { ...circuit, failures };
  const openMs = Math.min(LONGEST_OPEN_MS, FIRST_OPEN_MS * 2 ** circuit.openings);
  return { failures: 0, openings: circuit.openings + 1, until: now + openMs, probeUntil: 0 };
}

/** After a call that was given up before it came to anything. */
export function abandoned(circuit: Circuit, pass: Pass): Circuit {
  return pass === "probe" ? { ...circuit, probeUntil: 0 } : circuit;
}
