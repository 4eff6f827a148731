/** What goes back over the wire, and how. */
export interface Reply {
  readonly status: number;
  /** An object is sent as JSON, a string as it is. */
  readonly body: unknown;
  /** @default application/json for an object, text/plain for a string */
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** @default whole */
  readonly delivery?: "whole" | "cutOff" | "stall" | "reset" | "hang" | "halfJson";
  /** Milliseconds before the first byte. @default the server's own latency */
  readonly latencyMs?: number;
}
