import { describe, expect, it, vi } from "vitest";
import { AppError } from "../errors/app-error.ts";
import { untilKept } from "./until-kept.ts";

const away = () =>
  new Error("Failed query", {
    cause: new AppError({ code: "database_unavailable", detail: "Away.", retryable: true }),
  });

/** A clock that is moved on by sleeping alone. */
function createClock() {
  let now = 0;
  const sleep = async (ms: number) => {
    now += ms;
  };
  return { now: () => now, random: () => 0.5, sleep };
}

describe("untilKept", () => {
  const { signal } = new AbortController();

  it("stores again what a database that was away did not take", async () => {
    const keep = vi.fn(async () => "kept");
    keep.mockRejectedValueOnce(away()).mockRejectedValueOnce(away());
    expect(await untilKept(keep, signal, createClock())).toBe("kept");
    expect(keep).toHaveBeenCalledTimes(3);
  });

  it("gives up after a minute", async () => {
    const clock = createClock();
    const keep = vi.fn(() => Promise.reject(away()));
    await expect(untilKept(keep, signal, clock)).rejects.toThrow("Failed query");
    expect(clock.now()).toBeGreaterThan(50_000);
    expect(clock.now()).toBeLessThanOrEqual(60_000);
  });

  it("leaves another failure as it is", async () => {
    const keep = vi.fn(() => Promise.reject(new Error("a fault of ours")));
    await expect(untilKept(keep, signal, createClock())).rejects.toThrow("a fault of ours");
    expect(keep).toHaveBeenCalledTimes(1);
  });

  it("stores once what a job has that was to end by then", async () => {
    const keep = vi.fn(async () => "kept");
    expect(await untilKept(keep, AbortSignal.abort(), createClock())).toBe("kept");
  });

  it("ends with the job", async () => {
    const job = new AbortController();
    const keep = vi.fn(async () => {
      job.abort(new Error("handed back"));
      throw away();
    });
    await expect(untilKept(keep, job.signal, createClock())).rejects.toThrow("handed back");
  });
});
