import { constants, setPriority } from "node:os";
import { runTool } from "./run-tool.ts";
import type { HostReply, HostRequest } from "./tool-messages.ts";

/**
 * Runs programs for the process that started this one, and ends them when that one ends. They take every
 * processor there is: whoever asks the API something meanwhile goes before them.
 */
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
const running = new Map<number, AbortController>();

async function answer({ id, run }: Extract<HostRequest, { kind: "run" }>): Promise<void> {
  const controller = new AbortController();
  running.set(id, controller);
  const result = await runTool({ ...run, signal: controller.signal }).catch((error: unknown) => ({
    kind: "broken" as const,
    reason: error instanceof Error ? error.message : String(error),
  }));
  running.delete(id);
  const reply: HostReply = { id, result };
  // Where nobody takes it any more, there is nobody to tell.
  process.send?.(reply, undefined, undefined, () => {});
}

process.on("message", (request: HostRequest) => {
  if (request.kind === "run") void answer(request);
  else running.get(request.id)?.abort(new Error("It is not wanted any more."));
});

process.once("disconnect", () => {
  for (const controller of running.values()) controller.abort(new Error("Nobody waits for it."));
});

// A terminal's Ctrl+C goes to all of its processes: the other one says when it has finished its work.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => {});
