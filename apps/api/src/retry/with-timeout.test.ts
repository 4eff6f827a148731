import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { withTimeout } from "./with-timeout.ts";

const quiet = () => new AbortController().signal;

/** A task that fails as fetch does: once its signal aborts, with an error of its own. */
const hang = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(new Error("aborted by the task")));
  });

describe("withTimeout", () => {
  test("returns what the task returns", async () => {
    const result = withTimeout(async () => "done", { timeoutMs: 60_000, signal: quiet() });
    await expect(result).resolves.toBe("done");
  });

  test("a task that takes too long fails with a TimeoutError", async () => {
    const result = withTimeout(hang, { timeoutMs: 1, signal: quiet() });
    await expect(result).rejects.toMatchObject({ name: "TimeoutError" });
  });

  test("an abort reaches the task, and its reason comes out", async () => {
    const controller = new AbortController();
    const result = withTimeout(hang, { timeoutMs: 60_000, signal: controller.signal });
    controller.abort(new Error("cancelled"));
    await expect(result).rejects.toThrow("cancelled");
  });

  test("does not start the task under a signal that has aborted already", async () => {
    let started = false;
    const task = async () => {
      started = true;
    };
    const signal = AbortSignal.abort(new Error("cancelled"));
    await expect(withTimeout(task, { timeoutMs: 60_000, signal })).rejects.toThrow("cancelled");
    expect(started).toBe(false);
  });

  test("the task's own error comes out where nothing aborted", async () => {
    const task = async () => {
      throw new Error("broken");
    };
    const result = withTimeout(task, { timeoutMs: 60_000, signal: quiet() });
    await expect(result).rejects.toThrow("broken");
  });

  test("leaves no listener on the outer signal", async () => {
    const signal = quiet();
    await withTimeout(async () => "done", { timeoutMs: 60_000, signal });
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });
});
