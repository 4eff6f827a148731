import { describe, expect, it } from "vitest";
import { stopSteps } from "./stop-signals.ts";

/** The steps that signals at these times, in milliseconds, lead to. */
function stepsAt(...times: readonly number[]): string[] {
  const clock = [...times];
  const next = stopSteps(() => clock.shift() ?? Number.NaN);
  return times.map(() => next());
}

describe("stopSteps", () => {
  it("drains at the first signal and kills at one that is sent later", () => {
    expect(stepsAt(1_000, 4_000)).toEqual(["drain", "kill"]);
  });

  it("takes the echo of a key press for the same key press", () => {
    expect(stepsAt(1_000, 1_003, 1_020, 4_000)).toEqual(["drain", "ignore", "ignore", "kill"]);
  });
});
