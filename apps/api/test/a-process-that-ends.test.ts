import { once } from "node:events";
import { readdir, rm } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import type { Caption } from "@caption-generator/schema";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { PhotoFile, Visitor } from "../src/testing/api-client.ts";
import { asCaption, createVisitor } from "../src/testing/api-client.ts";
import type { ApiProcess } from "../src/testing/api-process.ts";
import { startApiProcess } from "../src/testing/api-process.ts";
import type { FakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { startFakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { freshDataFolder } from "../src/testing/fresh-data-folder.ts";
import { makePhoto } from "../src/testing/make-photo.ts";
import { s3Settings, TEST_CREDENTIALS } from "../src/testing/moto.ts";

let dataDir: string;
let gemini: FakeGemini;
let settings: Record<string, string>;

beforeEach(async () => {
  dataDir = await freshDataFolder();
  gemini = await startFakeGemini();
  settings = {
    DATA_DIR: dataDir,
    GEMINI_API_KEY: gemini.apiKey,
    GEMINI_BASE_URL: gemini.url,
  };
});

afterEach(async () => {
  await gemini.close();
  await rm(dataDir, { recursive: true, force: true });
});

const stored = async () =>
  (await readdir(join(dataDir, "uploads"), { recursive: true })).filter((n) => n.includes("upl_"));

/** A form that is on its way: the rest of it is sent by `finish`, which gives back the answer. */
async function beginForm(api: ApiProcess, visitor: Visitor, photo: PhotoFile) {
  const boundary = "a-boundary";
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\ncontent-type: ${photo.type}\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), photo.bytes, Buffer.from(`\r\n--${boundary}--`)]);
  const sent = request(`${api.url}/captions`, {
    method: "POST",
    headers: {
      "content-type": `multipart/form-data; boundary=${boundary}`,
      "content-length": body.length,
      cookie: visitor.cookie(),
    },
  });
  const answered = once(sent, "response") as Promise<[IncomingMessage]>;
  const half = head.length + photo.bytes.length / 2;
  sent.write(body.subarray(0, half));
  // Until the API has begun to take it.
  await expect.poll(stored).toHaveLength(1);
  return async () => {
    sent.end(body.subarray(half));
    const [response] = await answered;
    return { status: response.statusCode, caption: (await json(response)) as Caption };
  };
}

it("answers an upload that was on its way when it was asked to end, and knows it afterwards", async () => {
  const api = await startApiProcess(settings);
  const visitor = createVisitor(api.url);
  await visitor.get("/captions");
  const finish = await beginForm(api, visitor, await makePhoto());
  const ended = api.end("SIGTERM");
  await wait(1_000);
  const { status, caption } = await finish();
  expect(status).toBe(202);
  expect(await ended).toBe(0);
  expect(await stored()).toEqual([caption.source.uploadId]);

  const again = await startApiProcess(settings);
  const later = visitor.at(again.url);
  const state = async () => (await asCaption(await later.get(`/captions/${caption.id}`))).state;
  await expect.poll(state).toBe("done");
  expect(await stored()).toEqual([]);
  await again.end("SIGTERM");
});

it("ends event streams at once, and tells them when to come back, though their job is under way", async () => {
  await gemini.close();
  gemini = await startFakeGemini({ latencyMs: 10_000 });
  const api = await startApiProcess({
    ...settings,
    GEMINI_API_KEY: gemini.apiKey,
    GEMINI_BASE_URL: gemini.url,
  });
  const visitor = createVisitor(api.url);
  const { id } = await asCaption(await visitor.caption(await makePhoto(), {}, {}));
  const stream = await visitor.get(`/captions/${id}/events`);
  await expect.poll(() => gemini.requests.length).toBe(1);
  let over = false;
  const ended = api.end("SIGTERM").finally(() => {
    over = true;
  });
  const said = await stream.text();
  expect(over).toBe(false);
  expect(said).toMatch(/^retry: \d+$/mu);
  expect(said).not.toContain("event: finished");
  expect(await ended).toBe(0);
});

it("ends in time though a sweep waits for a store that does not answer", async () => {
  const listings: string[] = [];
  const silent = createServer((asked) => void listings.push(asked.url ?? ""));
  silent.listen(0, "127.0.0.1");
  await once(silent, "listening");
  const endpoint = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const api = await startApiProcess({
    ...settings,
    ...s3Settings(endpoint),
    S3_BUCKET: "uploads",
    AWS_ACCESS_KEY_ID: TEST_CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: TEST_CREDENTIALS.secretAccessKey,
  });
  await expect.poll(() => listings.length).toBeGreaterThan(0);
  const asked = Date.now();
  expect(await api.end("SIGTERM")).toBe(0);
  expect(Date.now() - asked).toBeLessThan(20_000);
  silent.closeAllConnections();
  silent.close();
});
