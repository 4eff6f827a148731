import { once } from "node:events";
import { createServer, request } from "node:http";

/** An address at which a product's answers arrive late, as they do on a slow connection. */
export interface SlowAddress {
  readonly url: string;
  stop(): void;
}

/** @param delayMs how late the answer to a method and a path arrives, in milliseconds */
export async function startSlowAddress(
  product: string,
  delayMs: (method: string, path: string) => number,
): Promise<SlowAddress> {
  const server = createServer((asked, answer) => {
    const { method = "GET", url = "/", headers } = asked;
    const sent = request(new URL(url, product), { method, headers, agent: false }, (received) => {
      setTimeout(
        () => {
          answer.writeHead(received.statusCode ?? 502, received.headers);
          received.pipe(answer);
        },
        delayMs(method, url),
      );
    });
    sent.on("error", () => answer.destroy());
    asked.pipe(sent);
  }).listen(0);
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    url: `http://localhost:${port}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
