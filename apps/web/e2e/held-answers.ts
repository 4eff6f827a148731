import { once } from "node:events";
import { createServer, request } from "node:http";

/** An address whose answers wait until they are let go. */
export interface HeldAddress {
  readonly url: string;
  /** Has all answers from now on wait. */
  hold(): void;
  letGo(): void;
  stop(): void;
}

/** An address before another one, which is asked at once. Answers are not held before `hold` says so. */
export async function startHeldAddress(target: string): Promise<HeldAddress> {
  let gate = Promise.withResolvers<void>();
  gate.resolve();
  const server = createServer((asked, answer) => {
    const { method = "GET", url = "/", headers } = asked;
    const options = { method, headers, agent: false };
    const sent = request(new URL(url, target), options, async (received) => {
      await gate.promise;
      answer.writeHead(received.statusCode ?? 502, received.headers);
      received.pipe(answer);
    });
    sent.on("error", () => answer.destroy());
    asked.pipe(sent);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`,
    hold() {
      gate = Promise.withResolvers();
    },
    letGo: () => gate.resolve(),
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
