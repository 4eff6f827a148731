import { describe, expect, it } from "vitest";
import { createGuessLimit } from "./guess-limit.ts";

function setup() {
  const clock = { now: 1_000 };
  const limit = createGuessLimit(() => clock.now);
  const guess = (address: string, times: number) => {
    for (let each = 0; each < times; each += 1) limit.noteWrong(address);
  };
  return { clock, limit, guess };
}

describe("the limit on guesses", () => {
  it("lets an address be wrong ten times, and then no more for a minute", () => {
    const { clock, limit, guess } = setup();
    guess("192.0.2.1", 9);
    expect(() => limit.check("192.0.2.1")).not.toThrow();
    clock.now += 20_000;
    guess("192.0.2.1", 1);
    expect(() => limit.check("192.0.2.1")).toThrow(
      expect.objectContaining({ code: "sign_in_throttled", retryAfterMs: 40_000 }),
    );
    clock.now += 40_001;
    expect(() => limit.check("192.0.2.1")).not.toThrow();
  });

  it("counts each address for itself", () => {
    const { limit, guess } = setup();
    guess("192.0.2.1", 20);
    expect(() => limit.check("192.0.2.2")).not.toThrow();
  });
});
