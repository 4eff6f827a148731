import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import type { Context } from "hono";
import type { AppEnv } from "./env.ts";

/**
 * A request's body as it comes in. Node's own stream where there is one: the detour over a web
 * stream copies each chunk once more.
 */
export function requestBody(c: Context<AppEnv>): Readable {
  const { incoming } = c.env ?? {};
  if (incoming !== undefined) return incoming;
  const { body } = c.req.raw;
  return body === null ? Readable.from([]) : Readable.fromWeb(body as ReadableStream);
}
