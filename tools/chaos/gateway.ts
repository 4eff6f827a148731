import { once } from "node:events";
import { request as ask, createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Gateway {
  readonly url: string;
  /** From now on, answers 503 in the name of the server behind, or lets everything through again. */
  away(away: boolean): void;
  close(): void;
}

const SLOW_DOWN =
  "<?xml version='1.0'?><Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>";

/** Stands before an HTTP server, and can be told to be in trouble as S3 is. */
export async function startGateway(target: string): Promise<Gateway> {
  let isAway = false;
  const { hostname, port } = new URL(target);
  const server = createServer((request, response) => {
    if (isAway) {
      request.resume();
      response.writeHead(503, { "content-type": "application/xml" }).end(SLOW_DOWN);
      return;
    }
    const { method, url: path, headers } = request;
    const forward = ask({ hostname, port, method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    forward.on("error", () => response.destroy());
    request.pipe(forward);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    away(away) {
      isAway = away;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
