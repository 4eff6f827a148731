import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { requireFreePort } from "./ports.ts";

async function takePort(host: string | undefined): Promise<number> {
  const server = createServer();
  server.listen({ port: 0, host });
  await once(server, "listening");
  onTestFinished(async () => {
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

describe("requireFreePort", () => {
  it("accepts a free port and leaves it free", async () => {
    const port = await freePort();
    await requireFreePort(port, "127.0.0.1", "the page", "--port");
    await requireFreePort(port, "127.0.0.1", "the page", "--port");
  });

  it.each([
    ["on this machine's own address", "127.0.0.1"],
    ["on all addresses", undefined],
  ])("refuses a port that is taken %s, and names it and the way out", async (_where, host) => {
    const port = await takePort(host);
    await expect(requireFreePort(port, "127.0.0.1", "the page", "--port")).rejects.toThrow(
      `Port ${port} (the page) is already in use. Start with another one: npm start -- --port N`,
    );
  });

  it("says so when the address is not this machine's", async () => {
    const port = await freePort();
    await expect(requireFreePort(port, "203.0.113.7", "the API", "--api-port")).rejects.toThrow(
      /EADDRNOTAVAIL/,
    );
  });
});
