import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Keeps a process, with all its threads and what it starts from now on, on some processors. Linux only. */
export async function pin(pid: number, processors: string): Promise<void> {
  await promisify(execFile)("taskset", ["-a", "-p", "-c", processors, String(pid)]);
}
