import type { ServerResponse } from "node:http";
import { setTimeout } from "node:timers/promises";
import type { Reply } from "./reply.ts";

/** Sends a reply the way it says; `hang` and `stall` leave the connection open and silent. */
export async function deliver(
  response: ServerResponse,
  { status, body, type, headers, delivery = "whole", ...reply }: Reply,
  latencyMs: number,
): Promise<void> {
  if (delivery === "hang") return;
  const wait = reply.latencyMs ?? latencyMs;
  if (wait > 0) await setTimeout(wait);
  if (delivery === "reset") {
    response.socket?.resetAndDestroy();
    return;
  }
  const isText = typeof body === "string";
  const whole = Buffer.from(isText ? body : JSON.stringify(body));
  const half = whole.subarray(0, whole.length / 2);
  const bytes = delivery === "halfJson" ? half : whole;
  response.writeHead(status, {
    "content-type": type ?? (isText ? "text/plain; charset=utf-8" : "application/json"),
    "content-length": bytes.length,
    "x-request-id": `req_${crypto.randomUUID().replaceAll("-", "")}`,
    ...headers,
  });
  if (delivery === "stall" || delivery === "cutOff") {
    response.write(half, () => {
      if (delivery === "cutOff") response.destroy();
    });
    return;
  }
  response.end(bytes);
}
