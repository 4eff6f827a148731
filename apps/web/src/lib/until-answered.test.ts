import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { untilAnswered } from "./until-answered.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const failing = (times: number) => {
  let left = times;
  return vi.fn(async () => {
    if (left-- > 0) throw new Error("nobody there");
    return "here";
  });
};

describe("untilAnswered", () => {
  it("asks again after each silence, and no more once there is an answer", async () => {
    const [ask, onAnswer, onSilence] = [failing(2), vi.fn(), vi.fn()];
    untilAnswered(ask, { onAnswer, onSilence, againMs: 100 });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ask).toHaveBeenCalledTimes(3);
    expect(onSilence).toHaveBeenCalledTimes(2);
    expect(onAnswer.mock.calls).toEqual([["here"]]);
  });

  it("is quiet once stopped", async () => {
    const [ask, onAnswer, onSilence] = [failing(1), vi.fn(), vi.fn()];
    const stop = untilAnswered(ask, { onAnswer, onSilence, againMs: 100 });
    await vi.advanceTimersByTimeAsync(50);
    stop();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ask).toHaveBeenCalledTimes(1);
    expect(onAnswer).not.toHaveBeenCalled();
  });
});
