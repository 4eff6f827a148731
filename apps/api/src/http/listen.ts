import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { StartupError } from "../errors/startup-error.ts";

/** Longer than the idle time of load balancers, which otherwise meet a closed connection. */
const KEEP_ALIVE_MS = 65_000;
/** How long a request under way may take once the server closes: some clients never end theirs. */
const GRACE_MS = 20_000;

export interface Listening {
  /** The port taken: the one asked for, or a free one where that was 0. */
  readonly port: number;
  /** Takes no more connections; resolves once the open ones are done, or were given time enough. */
  close(): Promise<void>;
}

/** @throws StartupError where the port is taken or may not be used */
export async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  {
    host,
    port,
    graceMs = GRACE_MS,
  }: { readonly host: string; readonly port: number; readonly graceMs?: number },
): Promise<Listening> {
  const server = createAdaptorServer({
    fetch,
    serverOptions: { keepAliveTimeout: KEEP_ALIVE_MS },
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => reject(explain(cause, host, port)));
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if (!("closeIdleConnections" in server)) return;
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), graceMs).unref();
      }),
  };
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
