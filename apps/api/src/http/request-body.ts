import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import type { Context } from "hono";
import type { AppEnv } from "./env.ts";

/**
 * A request's body as it comes in. From Node's own stream where there is one: the detour over a web
 * stream copies each chunk once more. Whoever stops reading leaves the rest to the server: destroying
 * Node's stream would leave the connection open and deaf to the next request.
 */
export function requestBody(c: Context<AppEnv>): Readable {
  const { incoming } = c.env ?? {};
  if (incoming !== undefined) {
    return Readable.from(chunksOf(incoming), { objectMode: false });
  }
  const { body } = c.req.raw;
  return body === null ? Readable.from([]) : Readable.fromWeb(body as ReadableStream);
}

/** A generator of our own: an iterator of Node's that is thrown at destroys its stream all the same. */
async function* chunksOf(incoming: Readable): AsyncGenerator<Uint8Array> {
  for await (const chunk of incoming.iterator({ destroyOnReturn: false })) yield chunk;
}
