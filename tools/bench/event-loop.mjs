// Loaded before a program (`node --import`), to tell of its event loop, since the last SIGUSR2 and in milliseconds,
// in the file that EVENT_LOOP_FILE names: how long it stood still at the most, and how long the program itself kept
// it at work at the most. On a machine whose processors are all taken the first is the longer: it has waited for one.
import { writeFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { isMainThread } from "node:worker_threads";

const RESOLUTION_MS = 5;
const file = process.env["EVENT_LOOP_FILE"];

/** Processor time of the main thread, in milliseconds. */
const spent = () => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1e3;
};

// Node loads it in each of the program's threads as well.
if (file !== undefined && isMainThread) {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  let [before, busiest] = [spent(), 0];
  setInterval(() => {
    const now = spent();
    busiest = Math.max(busiest, now - before);
    before = now;
  }, RESOLUTION_MS).unref();
  process.on("SIGUSR2", () => {
    delay.reset();
    busiest = 0;
  });
  const write = () =>
    writeFileSync(file, JSON.stringify({ pause: delay.max / 1e6 - RESOLUTION_MS, busiest }));
  setInterval(write, 100).unref();
}
