import { once } from "node:events";
import type { IncomingHttpHeaders, Server } from "node:http";
import { request as ask, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { forward } from "./forward.ts";
import { noteHops } from "./hops.ts";

const servers: Server[] = [];
/** The headers of what came to the API last. */
let seen: IncomingHttpHeaders = {};
/** Their names as they were sent. */
let names: readonly string[] = [];

async function listen(server: Server): Promise<number> {
  servers.push(server);
  await once(server.listen(0, "127.0.0.1"), "listening");
  return (server.address() as AddressInfo).port;
}

beforeEach(async () => {
  const api = createServer((request, response) => {
    seen = request.headers;
    names = request.rawHeaders;
    response.end("{}");
  });
  vi.stubEnv("API_ORIGIN", `http://127.0.0.1:${await listen(api)}`);
});

afterEach(() => {
  vi.unstubAllEnvs();
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

/** A server that hands its requests to `forward`, as Next's does. */
const startPage = () =>
  listen(
    createServer(async ({ url, headers }, response) => {
      const each = Object.entries(headers).map(([name, value]) => [name, String(value)]);
      const answer = await forward(
        new Request(`http://page${url}`, { headers: Object.fromEntries(each) }),
      );
      response.end(await answer.text());
    }),
  );

async function get(port: number, headers: Readonly<Record<string, string | string[]>>) {
  const request = ask({ host: "127.0.0.1", port, path: "/api/limits", headers }).end();
  const [response] = await once(request, "response");
  response.resume();
  await once(response, "end");
}

describe("what the page hands on", () => {
  it("ends with the address that asked the page, whatever was said before", async () => {
    onTestFinished(noteHops());
    const page = await startPage();
    await get(page, {});
    expect(seen["x-forwarded-for"]).toBe("127.0.0.1");
    await get(page, { "x-forwarded-for": "6.6.6.6" });
    expect(seen["x-forwarded-for"]).toBe("6.6.6.6, 127.0.0.1");
    await get(page, { "x-forwarded-for": ["6.6.6.6", "7.7.7.7"] });
    expect(seen["x-forwarded-for"]).toBe("6.6.6.6, 7.7.7.7, 127.0.0.1");
    expect(names.filter((name) => name.startsWith("x-hops"))).toEqual([]);
  });

  it("says nothing of where it came from while the page does not know", async () => {
    await get(await startPage(), { "x-forwarded-for": "6.6.6.6" });
    expect(seen).not.toHaveProperty("x-forwarded-for");
  });

  it("names the host that was asked", async () => {
    await get(await startPage(), { host: "captions.example", "x-forwarded-proto": "https" });
    expect(seen).toMatchObject({
      "x-forwarded-host": "captions.example",
      "x-forwarded-proto": "https",
    });
  });
});
