import { once } from "node:events";
import { createServer, request } from "node:http";

/** An address at which a server's answers arrive late, as they do on a slow connection. */
export interface LateAddress {
  readonly url: string;
  stop(): void;
}

/** @param until what the answer to a method and a path waits for, once it is there */
export async function startLateAddress(
  server: string,
  until: (method: string, path: string) => Promise<unknown>,
): Promise<LateAddress> {
  const late = createServer((asked, answer) => {
    const { method = "GET", url = "/", headers } = asked;
    // A connection of its own: one that is kept may be closed in the moment in which it is used again.
    const options = { method, headers, agent: false };
    const sent = request(new URL(url, server), options, async (received) => {
      await until(method, url);
      answer.writeHead(received.statusCode ?? 502, received.headers);
      received.pipe(answer);
    });
    sent.on("error", () => answer.destroy());
    asked.pipe(sent);
  }).listen(0);
  await once(late, "listening");
  const address = late.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    url: `http://localhost:${port}`,
    stop: () => {
      late.close();
      late.closeAllConnections();
    },
  };
}
