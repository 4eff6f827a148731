import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { Deps } from "../deps.ts";
import { asAppError } from "../errors/app-error.ts";
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
  const after = lastEventId(c.req.header("last-event-id"));
  const response = streamSSE(c, async (stream) => {
    stream.onAbort(() => gone.abort());
    try {
      await stream.write(`retry: ${RETRY_MS}\n\n`);
      for await (const event of streamEvents(deps, { ...own, after, signal: gone.signal })) {
        if (event === null) await stream.write(": still here\n\n");
        else {
          const data = JSON.stringify(event);
          await stream.writeSSE({ event: event.type, id: String(event.seq), data });
        }
      }
    } catch (error) {
      // Hono would send an error's words to the client. A caption deleted while it is watched, or a database that
      // is away, is no fault: the stream just ends, and the client comes back.
      if (asAppError(error) === undefined) c.get("log").error({ err: error }, "event stream");
    }
  });
  // `no-transform` keeps proxies from compressing, and so from holding back, the stream.
  response.headers.set("cache-control", "private, no-cache, no-transform");
  response.headers.set("x-accel-buffering", "no");
  return response;
}

/** The number of the last event that a client has; 0 where it has none, or says something else. */
const lastEventId = (header: string | undefined): number =>
  /^\d+$/u.test(header ?? "") ? Number(header) : 0;
