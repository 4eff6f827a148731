import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { Server } from "node:http";

/** As long as the API waits for all of a request; Node's own five minutes are too few for a file on a slow line. */
const REQUEST_MS = 60 * 60_000;

/**
 * Lets requests to this process be as slow in coming as those to the API: Next.js makes the server, and asks nobody.
 * Node looks at the limit of a server time and again, so that its first request is early enough.
 *
 * @returns ends it
 */
export function allowSlowUploads(): () => void {
  const allow = (message: unknown) => {
    const { server } = message as { readonly server: Server };
    server.requestTimeout = REQUEST_MS;
  };
  subscribe("http.server.request.start", allow);
  return () => unsubscribe("http.server.request.start", allow);
}
