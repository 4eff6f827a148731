import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createGate } from "./gate.ts";

/** A task that runs until `finish` is called. */
function heldTask() {
  const { promise, resolve } = Promise.withResolvers<void>();
  let running = false;
  return {
    async task() {
      running = true;
      await promise;
      running = false;
    },
    finish: resolve,
    isRunning: () => running,
  };
}

describe("a gate", () => {
  it("runs as many tasks as it has places and lets the next in when one ends", async () => {
    const gate = createGate(2);
    const held = [heldTask(), heldTask(), heldTask()];
    const runs = held.map(({ task }) => gate.run(task));
    await setImmediate();
    expect(held.map((one) => one.isRunning())).toEqual([true, true, false]);

    held[0]?.finish();
    await setImmediate();
    expect(held.map((one) => one.isRunning())).toEqual([false, true, true]);

    for (const { finish } of held) finish();
    await Promise.all(runs);
  });

  it("gives its place back when a task fails", async () => {
    const gate = createGate(1);
    await expect(gate.run(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    expect(await gate.run(async () => "next")).toBe("next");
  });

  it("lets an aborted task leave the queue without losing a place", async () => {
    const gate = createGate(1);
    const first = heldTask();
    const running = gate.run(first.task);
    const abort = new AbortController();
    let started = false;
    const waiting = gate.run(async () => {
      started = true;
    }, abort.signal);
    abort.abort(new Error("cancelled"));
    await expect(waiting).rejects.toThrow("cancelled");

    first.finish();
    await running;
    expect(await gate.run(async () => "free again")).toBe("free again");
    expect(started).toBe(false);
  });
});
