import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { createAdaptorServer } from "@hono/node-server";
import { StartupError } from "../errors/startup-error.ts";

/** Longer than the idle time of load balancers, which otherwise meet a closed connection. */
const KEEP_ALIVE_MS = 65_000;
/**
 * How long all of a request may be in coming: half a gigabyte in a form takes a slow line that long. Node's own five
 * minutes are too few for 25 MB.
 */
const REQUEST_MS = 60 * 60_000;
/** How long a connection may be without a byte in either direction; streams of events beat more often. */
const SILENT_MS = 5 * 60_000;
/** How long a request under way may take once the server closes: some clients never end theirs. */
const GRACE_MS = 20_000;
/** How long a handler whose client was cut off may take to notice, and to leave nothing behind. */
const CUT_OFF_MS = 1_000;
/** How often the connections are looked at, while the server closes, that are kept alive and idle. */
const IDLE_CHECK_MS = 50;

type Fetch = Parameters<typeof createAdaptorServer>[0]["fetch"];

export interface Listening {
  /** The port taken: the one asked for, or a free one where that was 0. */
  readonly port: number;
  /** Takes no more connections; resolves once what is under way on the open ones is done, or was given time enough. */
  close(): Promise<void>;
}

/** @throws StartupError where the port is taken or may not be used */
export async function listen(
  fetch: Fetch,
  {
    host,
    port,
    graceMs = GRACE_MS,
    silentMs = SILENT_MS,
  }: {
    readonly host: string;
    readonly port: number;
    readonly graceMs?: number;
    readonly silentMs?: number;
  },
): Promise<Listening> {
  const handlers = new Set<Promise<unknown>>();
  const server = createAdaptorServer({
    fetch: noting(handlers, fetch),
    serverOptions: { keepAliveTimeout: KEEP_ALIVE_MS, requestTimeout: REQUEST_MS },
  });
  server.setTimeout(silentMs);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => reject(explain(cause, host, port)));
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      await closeServer(server, graceMs);
      await Promise.race([
        Promise.allSettled(handlers),
        wait(CUT_OFF_MS, undefined, { ref: false }),
      ]);
    },
  };
}

/** A handler that is noted as long as it is at work. */
function noting(handlers: Set<Promise<unknown>>, fetch: Fetch): Fetch {
  return (request, env) => {
    const answer = fetch(request, env);
    if (answer instanceof Promise) {
      const forget = () => handlers.delete(answer);
      handlers.add(answer);
      answer.then(forget, forget);
    }
    return answer;
  };
}

function closeServer(server: ReturnType<typeof createAdaptorServer>, graceMs: number) {
  return new Promise<void>((resolve) => {
    // A connection that a client keeps alive after its last answer would hold the server open.
    const check = setInterval(() => {
      if ("closeIdleConnections" in server) server.closeIdleConnections();
    }, IDLE_CHECK_MS);
    server.close(() => {
      clearInterval(check);
      resolve();
    });
    if (!("closeIdleConnections" in server)) return;
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), graceMs).unref();
  });
}

function explain(cause: NodeJS.ErrnoException, host: string, port: number): StartupError {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: "another program uses it",
    EACCES: "this user may not use it",
    EADDRNOTAVAIL: "this machine has no such address",
  };
  const reason = reasons[cause.code ?? ""] ?? cause.message;
  return new StartupError(
    `The API cannot listen on ${host}:${port}: ${reason}. Free it, or choose another with --api-port (PORT).`,
    { cause },
  );
}
