import type { ServerResponse } from "node:http";
import { setTimeout } from "node:timers/promises";
import type { Reply } from "./reply.ts";

/** Sends a reply the way it says; `hang` and `stall` leave the connection open and silent. */
export async function deliver(
  response: ServerResponse,
  { status, body, delivery = "whole" }: Reply,
  { latencyMs, asEvents }: { readonly latencyMs: number; readonly asEvents: boolean },
): Promise<void> {
  if (delivery === "hang") return;
  if (latencyMs > 0) await setTimeout(latencyMs);
  if (delivery === "reset") {
    response.socket?.resetAndDestroy();
    return;
  }
  const json = JSON.stringify(body, null, 2);
  const bytes = Buffer.from(asEvents ? `data: ${JSON.stringify(body)}\r\n\r\n` : json);
  response.writeHead(status, {
    "content-type": asEvents ? "text/event-stream" : "application/json; charset=UTF-8",
    "content-length": bytes.length,
    vary: "Origin",
  });
  if (delivery === "whole") {
    response.end(bytes);
    return;
  }
  response.write(bytes.subarray(0, bytes.length / 2), () => {
    if (delivery === "cutOff") response.destroy();
  });
}
