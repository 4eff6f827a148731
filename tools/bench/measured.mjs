// Runs a program as if it were started itself, and says at its end how much memory it took at the most.
// The arguments are the program's file, and then its own.
import { readFileSync, writeSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** In kilobytes. Linux counts in `maxRSS` what the process that started this one had: its own file does not. */
function peak() {
  if (process.platform !== "linux") return process.resourceUsage().maxRSS;
  return /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
}

const [program = ""] = process.argv.splice(2, 1);
process.on("exit", () => {
  writeSync(2, `\npeak memory: ${peak()} KB\n`);
});
await import(pathToFileURL(resolve(program)).href);
