import { describe, expect, it } from "vitest";
import type { Circuit } from "./circuit.ts";
import {
  abandoned,
  CLOSED,
  enter,
  failed,
  LONGEST_OPEN_MS,
  MOST_FAILURES,
  succeeded,
} from "./circuit.ts";

const NOW = Date.parse("2026-11-25T12:00:00Z");

const failedOnce = (circuit: Circuit, now = NOW) =>
  failed(circuit, "call", { now, askedMs: undefined });

function opened(): Circuit {
  let circuit = CLOSED;
  for (let count = 0; count < MOST_FAILURES; count += 1) circuit = failedOnce(circuit);
  return circuit;
}

/** Lets a probe through and has it fail, as often as told; says how long it was open each time. */
function openTimes(times: number): number[] {
  let circuit = opened();
  return Array.from({ length: times }, () => {
    const now = circuit.until;
    const probed = enter(circuit, now);
    expect(probed.entry).toEqual({ pass: "probe" });
    circuit = failed(probed.circuit, "probe", { now, askedMs: undefined });
    return circuit.until - now;
  });
}

describe("a circuit", () => {
  it("lets all through while it is closed", () => {
    expect(enter(CLOSED, NOW)).toEqual({ circuit: CLOSED, entry: { pass: "call" } });
  });

  it("stays closed where failures come now and then", () => {
    let circuit = CLOSED;
    for (let count = 0; count < 50; count += 1) {
      circuit = count % MOST_FAILURES === 0 ? succeeded(circuit, "call") : failedOnce(circuit);
    }
    expect(circuit.until).toBe(0);
  });

  it("opens for five seconds when failures come in a row", () => {
    expect(enter(opened(), NOW + 1_000).entry).toEqual({ waitMs: 4_000 });
  });

  it("then lets a single call through, and the others wait for what comes of it", () => {
    const first = enter(opened(), NOW + 5_000);
    expect(first.entry).toEqual({ pass: "probe" });
    expect(enter(first.circuit, NOW + 5_001).entry).toEqual({ waitMs: 500 });
  });

  it("closes when that call is answered", () => {
    const { circuit } = enter(opened(), NOW + 5_000);
    expect(succeeded(circuit, "probe")).toEqual(CLOSED);
  });

  it("stays open twice as long each time that call fails, up to a minute", () => {
    expect(openTimes(6)).toEqual([10_000, 20_000, 40_000, 60_000, 60_000, 60_000]);
  });

  it("lets another call through where the first is given up, or lost with its process", () => {
    const { circuit } = enter(opened(), NOW + 5_000);
    expect(enter(abandoned(circuit, "probe"), NOW + 5_001).entry).toEqual({ pass: "probe" });
    expect(enter(circuit, NOW + 5_000 + 70_000).entry).toEqual({ pass: "probe" });
  });

  it("is not closed, nor kept open, by calls from before it was opened", () => {
    const circuit = opened();
    expect(succeeded(circuit, "call")).toBe(circuit);
    expect(failedOnce(circuit, NOW + 4_000)).toBe(circuit);
    expect(abandoned(circuit, "call")).toBe(circuit);
  });

  it("opens at once for as long as the provider asks, and no longer than a minute", () => {
    const asked = (askedMs: number) => failed(CLOSED, "call", { now: NOW, askedMs }).until - NOW;
    expect(asked(200)).toBe(200);
    expect(asked(3_600_000)).toBe(LONGEST_OPEN_MS);
  });
});
