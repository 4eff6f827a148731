import { once } from "node:events";
import type { Server } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { askAbilities } from "./abilities.ts";

let server: Server;
afterEach(() => server.close());

async function answering(status: number, body: object): Promise<string> {
  server = createServer((_, response) => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
}

describe("what an installation can do", () => {
  it("is what it says", async () => {
    const said = { captionModel: { id: "detector-1" } };
    expect(await askAbilities(await answering(200, said))).toEqual(said);
  });

  it("is told nobody without the access token where it is private", async () => {
    expect(await askAbilities(await answering(401, { code: "sign_in_required" }))).toBeUndefined();
  });

  it("is a failure that names the address where it answers otherwise", async () => {
    const api = await answering(500, {});
    await expect(askAbilities(api)).rejects.toThrow(`${api}/limits answered 500`);
  });
});
