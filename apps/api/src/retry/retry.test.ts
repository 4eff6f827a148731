import { describe, expect, test, vi } from "vitest";
import type { RetryOptions } from "./retry.ts";
import { retry } from "./retry.ts";

class Busy extends Error {
  readonly retryAfterMs: number | undefined;

  constructor(retryAfterMs?: number) {
    super("busy");
    this.retryAfterMs = retryAfterMs;
  }
}

/** Options with a clock of their own: sleeping only moves it on, and `waits` remembers by how much. */
function setUp(overrides: Partial<RetryOptions> & { readonly random?: number } = {}) {
  let time = 1_000_000;
  const waits: number[] = [];
  const { random = 0.5, ...rest } = overrides;
  const options: RetryOptions = {
    maxAttempts: 5,
    signal: new AbortController().signal,
    deadline: time + 60_000,
    isRetryable: (error) => error instanceof Busy,
    retryAfterMs: (error) => (error instanceof Busy ? error.retryAfterMs : undefined),
    clock: {
      now: () => time,
      random: () => random,
      sleep: async (ms) => {
        waits.push(ms);
        time += ms;
      },
    },
    ...rest,
  };
  return { options, waits };
}

function failing(times: number, error: Error) {
  let calls = 0;
  return vi.fn(async () => {
    calls += 1;
    if (calls <= times) throw error;
    return "done";
  });
}

describe("retry", () => {
  test("returns what the first try returns, without waiting", async () => {
    const { options, waits } = setUp();
    await expect(retry(async () => "done", options)).resolves.toBe("done");
    expect(waits).toEqual([]);
  });

  test("waits a random part of a time that doubles up to 8 s", async () => {
    const { options, waits } = setUp({ maxAttempts: 8, random: 0.5 });
    await retry(failing(7, new Busy()), options);
    expect(waits).toEqual([250, 500, 1_000, 2_000, 4_000, 4_000, 4_000]);
  });

  test("tells the operation which try it is", async () => {
    const { options } = setUp();
    const operation = failing(2, new Busy());
    await retry(operation, options);
    expect(operation.mock.calls).toEqual([[1], [2], [3]]);
  });

  test("gives up with the last error after the most tries", async () => {
    const { options } = setUp({ maxAttempts: 3 });
    const operation = failing(9, new Busy());
    await expect(retry(operation, options)).rejects.toThrow("busy");
    expect(operation).toHaveBeenCalledTimes(3);
  });

  test("does not repeat what cannot succeed", async () => {
    const { options, waits } = setUp();
    const operation = failing(1, new Error("no such model"));
    await expect(retry(operation, options)).rejects.toThrow("no such model");
    expect(operation).toHaveBeenCalledTimes(1);
    expect(waits).toEqual([]);
  });

  test("waits at least as long as it is asked to", async () => {
    const { options, waits } = setUp({ random: 0.2 });
    await retry(failing(1, new Busy(30_000)), options);
    expect(waits).toEqual([30_100]);
  });

  test("fails at once where it is asked to wait past the deadline", async () => {
    const { options, waits } = setUp();
    const operation = failing(1, new Busy(60_000));
    await expect(retry(operation, options)).rejects.toMatchObject({ retryAfterMs: 60_000 });
    expect(operation).toHaveBeenCalledTimes(1);
    expect(waits).toEqual([]);
  });

  test("says before each wait what failed and how long the wait is", async () => {
    const onRetry = vi.fn();
    const { options } = setUp({ onRetry });
    const error = new Busy();
    await retry(failing(2, error), options);
    expect(onRetry.mock.calls).toEqual([
      [error, 250],
      [error, 500],
    ]);
  });

  test("does not start once the signal has aborted", async () => {
    const operation = failing(0, new Busy());
    const { options } = setUp({ signal: AbortSignal.abort(new Error("cancelled")) });
    await expect(retry(operation, options)).rejects.toThrow("cancelled");
    expect(operation).not.toHaveBeenCalled();
  });

  test("throws the signal's reason rather than the error that the abort led to", async () => {
    const controller = new AbortController();
    const { options } = setUp({ signal: controller.signal });
    const operation = async () => {
      controller.abort(new Error("cancelled"));
      throw new Busy();
    };
    await expect(retry(operation, options)).rejects.toThrow("cancelled");
  });

  test("an abort ends a wait", async () => {
    const controller = new AbortController();
    const { options } = setUp({ signal: controller.signal });
    const { clock: _, ...onSystemClock } = options;
    const waiting = retry(failing(1, new Busy(10_000)), {
      ...onSystemClock,
      deadline: Date.now() + 60_000,
      onRetry: () => controller.abort(new Error("cancelled")),
    });
    await expect(waiting).rejects.toThrow("cancelled");
  });
});
