import { once } from "node:events";
import { connect } from "node:net";
import { expect, it } from "vitest";
import { listen } from "./listen.ts";

it("closes in time, though a client never ends its request", async () => {
  const where = { host: "127.0.0.1", port: 0, graceMs: 100 };
  const server = await listen(() => new Response("hello"), where);
  const client = connect(server.port, "127.0.0.1");
  client.on("error", () => {});
  await once(client, "connect");
  client.write("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nthe first of it");
  await once(client, "data");
  const ended = once(client, "close");
  await server.close();
  await ended;
  expect(client.destroyed).toBe(true);
});
