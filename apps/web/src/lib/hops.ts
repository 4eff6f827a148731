import { randomUUID } from "node:crypto";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

const NAME = Symbol.for("caption-generator.hops-header");
/** Next.js bundles its hook and its routes apart: each has modules of its own, and they share the process. */
const shared = globalThis as { [NAME]?: string };

/**
 * The header under which this process notes whom a request came from, by way of whom. Its name is different at
 * each start, so that nobody outside can send it.
 */
export function hopsHeader(): string {
  shared[NAME] ??= `x-hops-${randomUUID()}`;
  return shared[NAME];
}

/**
 * Notes of each request whose connection it came by, behind what was said of it before: as any proxy does, and
 * Next.js does not. Node tells of a request here before the server's own handlers see it.
 *
 * @returns ends it
 */
export function noteHops(): () => void {
  const header = hopsHeader();
  const note = (message: unknown) => {
    const { request } = message as { readonly request: IncomingMessage };
    const before = request.headers["x-forwarded-for"];
    const hops = [before, request.socket.remoteAddress ?? "unknown"].flat();
    request.headers[header] = hops.filter((hop) => hop !== undefined).join(", ");
  };
  subscribe("http.server.request.start", note);
  return () => unsubscribe("http.server.request.start", note);
}
