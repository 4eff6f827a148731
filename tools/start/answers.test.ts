import { once } from "node:events";
import type { RequestListener } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { untilAnswers } from "./answers.ts";

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(async () => {
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const never = new AbortController().signal;

describe("untilAnswers", () => {
  it("waits while the server is not ready", async () => {
    const codes = [503, 503, 200];
    const asked: number[] = [];
    const url = await serve((_request, response) => {
      const code = codes.shift() ?? 200;
      asked.push(code);
      response.writeHead(code).end();
    });
    await untilAnswers(url, never);
    expect(asked).toEqual([503, 503, 200]);
  });

  it("gives up with a sentence that names the address", async () => {
    const url = await serve((_request, response) => response.writeHead(503).end());
    await expect(untilAnswers(url, never, 0)).rejects.toThrow(`${url} did not answer within 0 s`);
  });

  it("stops asking when it is told to", async () => {
    const url = await serve((_request, response) => response.writeHead(503).end());
    const stopped = AbortSignal.abort(new Error("over"));
    await expect(untilAnswers(url, stopped)).rejects.toThrow("over");
  });
});
