import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { Deps } from "../deps.ts";
import { AppError } from "../errors/app-error.ts";
import type { AppEnv } from "../http/env.ts";
import { streamEvents } from "./stream-events.ts";

/** How long a client that was cut off waits before it comes back, in milliseconds. */
const RETRY_MS = 1_000;

/** Answers with a caption's events as a stream that an EventSource understands. */
export function sendEvents(
  deps: Deps,
  c: Context<AppEnv>,
  own: { readonly sessionId: string; readonly id: string },
): Response {
  const gone = new AbortController();
  // `no-transform` keeps proxies from compressing, and so from holding back, the stream.
  c.header("cache-control", "no-cache, no-transform");
  c.header("x-accel-buffering", "no");
  return streamSSE(
    c,
    async (stream) => {
      stream.onAbort(() => gone.abort());
      await stream.write(`retry: ${RETRY_MS}\n\n`);
      const after = Number.parseInt(c.req.header("last-event-id") ?? "", 10) || 0;
      for await (const event of streamEvents(deps, { ...own, after, signal: gone.signal })) {
        if (event === null) await stream.write(": still here\n\n");
        else {
          const data = JSON.stringify(event);
          await stream.writeSSE({ event: event.type, id: String(event.seq), data });
        }
      }
    },
    async (error) => {
      // A caption deleted while it is watched is no fault: its stream just ends.
      if (!(error instanceof AppError)) c.get("log").error({ err: error }, "event stream");
    },
  );
}
