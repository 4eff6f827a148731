/** What goes back over the wire, and how. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
  /** @default whole */
  readonly delivery?: "whole" | "cutOff" | "stall" | "reset" | "hang";
  /** Milliseconds before the first byte. @default the server's own latency */
  readonly latencyMs?: number;
}
