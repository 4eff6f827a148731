import { describe, expect, test } from "vitest";
import { allOrNone } from "./all-or-none.ts";

const quiet = () => new AbortController().signal;

/** A task that goes on until it is told to stop, and notes that it was. */
function endless(stopped: unknown[]) {
  return (signal: AbortSignal) =>
    new Promise<never>((_, reject) => {
      signal.addEventListener("abort", () => {
        stopped.push(signal.reason);
        reject(signal.reason);
      });
    });
}

describe("allOrNone", () => {
  test("returns what all tasks return, in their order", async () => {
    const slow = async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return "slow";
    };
    expect(await allOrNone([slow, async () => "quick"], quiet())).toEqual(["slow", "quick"]);
  });

  test("throws the first error, once the others have stopped", async () => {
    const stopped: unknown[] = [];
    const error = new Error("broken");
    const failing = async () => {
      throw error;
    };
    const all = allOrNone([endless(stopped), failing, endless(stopped)], quiet());
    await expect(all).rejects.toBe(error);
    expect(stopped).toEqual([error, error]);
  });

  test("throws the signal's reason once it aborts", async () => {
    const stopped: unknown[] = [];
    const controller = new AbortController();
    const all = allOrNone([endless(stopped)], controller.signal);
    const reason = new Error("cancelled");
    controller.abort(reason);
    await expect(all).rejects.toBe(reason);
    expect(stopped).toEqual([reason]);
  });

  test("of nothing is nothing", async () => {
    expect(await allOrNone([], quiet())).toEqual([]);
  });
});
