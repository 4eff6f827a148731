import type { ToolResult, ToolRun } from "./run-tool.ts";

/** What the host is asked: to run a program, or to end one that runs. */
export type HostRequest =
  | { readonly kind: "run"; readonly id: number; readonly run: Omit<ToolRun, "signal"> }
  | { readonly kind: "kill"; readonly id: number };

/** How a run ended; `broken` where the program could not be started at all. */
export interface HostReply {
  readonly id: number;
  readonly result: ToolResult | { readonly kind: "broken"; readonly reason: string };
}
