import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { Agent, get } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, it } from "vitest";
import { listen } from "./listen.ts";

const local = { host: "127.0.0.1", port: 0 };

it("lets a request end that is under way, and then closes though its connection is kept alive", async () => {
  const asked = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<Response>();
  const server = await listen(() => {
    asked.resolve();
    return answer.promise;
  }, local);
  const agent = new Agent({ keepAlive: true });
  const sent = get({ host: "127.0.0.1", port: server.port, agent });
  const answered = once(sent, "response");
  await asked.promise;
  let closed = false;
  const closing = server.close().then(() => {
    closed = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(closed).toBe(false);
  answer.resolve(new Response("hello"));
  const [response] = (await answered) as [IncomingMessage];
  expect(await text(response)).toBe("hello");
  const began = Date.now();
  await closing;
  expect(Date.now() - began).toBeLessThan(15_000);
  agent.destroy();
});

it("waits for a handler whose client was cut off", async () => {
  let tidied = false;
  const asked = Promise.withResolvers<void>();
  const server = await listen(
    async () => {
      asked.resolve();
      await new Promise((resolve) => setTimeout(resolve, 300));
      tidied = true;
      return new Response("hello");
    },
    { ...local, graceMs: 50 },
  );
  get({ host: "127.0.0.1", port: server.port }).on("error", () => {});
  await asked.promise;
  await server.close();
  expect(tidied).toBe(true);
});

it("closes in time, though a client never ends its request", async () => {
  const server = await listen(() => new Response("hello"), { ...local, graceMs: 100 });
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

it("ends a connection whose client falls silent in the midst of its request", async () => {
  const server = await listen((request) => request.text().then((body) => new Response(body)), {
    ...local,
    silentMs: 200,
  });
  const client = connect(server.port, "127.0.0.1");
  client.on("error", () => {});
  await once(client, "connect");
  const ended = once(client, "close");
  client.write("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nthe first of it");
  await ended;
  await server.close();
});

it("waits for a client that is slow, and goes on", async () => {
  const server = await listen((request) => request.text().then((body) => new Response(body)), {
    ...local,
    silentMs: 4_000,
  });
  const client = connect(server.port, "127.0.0.1");
  await once(client, "connect");
  const said = text(client);
  client.write("POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 6\r\n\r\n");
  for (const letter of "slowly") {
    await new Promise((resolve) => setTimeout(resolve, 800));
    client.write(letter);
  }
  expect(await said).toContain("slowly");
  await server.close();
});
