import type { Waiting } from "../wait.ts";

/** Waiting that takes no time: each interval is over as soon as it begins. */
export function quick() {
  let now = 0;
  const controller = new AbortController();
  const waiting: Waiting = {
    clock: {
      now: () => now,
      sleep: async (ms) => {
        now += ms;
      },
    },
    everyMs: 10_000,
    signal: controller.signal,
  };
  return { waiting, slept: () => now, stop: () => controller.abort() };
}
