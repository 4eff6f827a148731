// Loaded before a program (`node --import`), to tell how long its event loop stood still at the most since the
// last SIGUSR2: in milliseconds, in the file that EVENT_LOOP_FILE names.
import { writeFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";

const RESOLUTION_MS = 5;
const file = process.env["EVENT_LOOP_FILE"];
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();
process.on("SIGUSR2", () => delay.reset());
if (file !== undefined) {
  const write = () => writeFileSync(file, String(delay.max / 1e6 - RESOLUTION_MS));
  setInterval(write, 100).unref();
}
