import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { allowSlowUploads } from "./slow-uploads.ts";

it("gives requests to any server of the process an hour to come", async () => {
  const end = allowSlowUploads();
  const server = createServer((_, response) => response.end()).listen(0, "127.0.0.1");
  await once(server, "listening");
  expect(server.requestTimeout).toBe(300_000);
  await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  expect(server.requestTimeout).toBe(3_600_000);
  server.close();
  end();
});
