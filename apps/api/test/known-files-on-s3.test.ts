import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Caption } from "@caption-generator/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PhotoFile, Visitor } from "../src/testing/api-client.ts";
import { asCaption } from "../src/testing/api-client.ts";
import { askFor, readCaption, sendDeclared, useApiOnS3 } from "../src/testing/api-on-s3.ts";
import { has, needing } from "../src/testing/capabilities.ts";
import type { FakeOpenAi } from "../src/testing/fake-openai/index.ts";
import { startFakeOpenAi } from "../src/testing/fake-openai/index.ts";
import { makeMedia, PICTURES, SOUNDS } from "../src/testing/make-media.ts";
import { makePhoto } from "../src/testing/make-photo.ts";

async function captioned(visitor: Visitor, file: PhotoFile): Promise<Caption> {
  return finished(visitor, await askFor(visitor, await sendDeclared(visitor, file)));
}

async function finished(visitor: Visitor, caption: Caption): Promise<Caption> {
  const read = () => readCaption(visitor, caption);
  await expect.poll(async () => (await read()).state).toBe("done");
  return read();
}

const free = { inputTokens: 0, outputTokens: 0, costUsd: 0, calls: 0 };

describe.skipIf(!has("moto"))(needing("moto", "a photo that was sent to S3 before"), () => {
  const on = useApiOnS3();
  const calls = () => on.gemini().requests.length;
  const forget = (visitor: Visitor, { id }: Caption) =>
    visitor.send(`/captions/${id}`, { method: "DELETE" });

  it("is answered from the cache, whoever sends it, and deleted", async () => {
    const photo = await makePhoto();
    const first = await captioned(on.visitor(), photo);
    expect(first.cached).toBe(false);
    const before = calls();
    for (const visitor of [on.visitor(), await on.anotherVisitor()]) {
      const { cached, result, usage, receipt, source } = await captioned(visitor, photo);
      expect({ cached, result, usage }).toEqual({
        cached: true,
        result: first.result,
        usage: free,
      });
      expect(source).toMatchObject({ width: 320, height: 240, type: "image/jpeg" });
      expect(receipt).toMatchObject({ objectVersions: 1, bytes: photo.bytes.length });
    }
    expect(calls()).toBe(before);
    expect(await on.stored()).toEqual([]);
  });

  it("is captioned anew with other options", async () => {
    const photo = await makePhoto();
    await captioned(on.visitor(), photo);
    const uploadId = await sendDeclared(on.visitor(), photo);
    const options = { tone: "minimal" };
    const asked = await asCaption(await on.visitor().postJson("/captions", { uploadId, options }));
    expect((await finished(on.visitor(), asked)).cached).toBe(false);
  });

  it("is captioned anew once its caption was deleted, written or from the cache", async () => {
    const photo = await makePhoto();
    const written = await captioned(on.visitor(), photo);
    expect((await forget(on.visitor(), written)).status).toBe(204);
    const again = await captioned(on.visitor(), photo);
    expect(again.cached).toBe(false);
    const other = await on.anotherVisitor();
    const cached = await captioned(other, photo);
    expect(cached.cached).toBe(true);
    expect((await forget(other, cached)).status).toBe(204);
    const before = calls();
    expect((await captioned(on.visitor(), photo)).cached).toBe(false);
    expect(calls()).toBe(before + 1);
  });

  it("has the same caption where its request is repeated after its hash was learnt", async () => {
    const uploadId = await sendDeclared(on.visitor(), await makePhoto());
    const ask = () =>
      on.visitor().postJson("/captions", { uploadId }, { "idempotency-key": uploadId });
    const caption = await finished(on.visitor(), await asCaption(await ask()));
    const repeated = await ask();
    expect(repeated.status).toBe(201);
    expect((await asCaption(repeated)).id).toBe(caption.id);
  });
});

const here = has("moto") && has("ffmpeg");
describe.skipIf(!here)(needing(has("moto") ? "ffmpeg" : "moto", "a video on S3"), () => {
  let openai: FakeOpenAi;
  let folder: string;
  beforeAll(async () => {
    openai = await startFakeOpenAi();
    folder = await mkdtemp(join(tmpdir(), "known-"));
  });
  afterAll(async () => {
    await openai?.close();
    await rm(folder, { recursive: true });
  });
  const on = useApiOnS3({
    settings: () => ({
      PATH: process.env["PATH"] ?? "",
      OPENAI_API_KEY: openai.apiKey,
      OPENAI_BASE_URL: openai.url,
    }),
  });

  it("is neither seen nor heard again", async () => {
    const path = await makeMedia(folder, "a.mp4", {
      shots: [PICTURES.plain("navy", 2)],
      sounds: [SOUNDS.tone(2)],
    });
    const video = { name: "a.mp4", type: "video/mp4", bytes: new Uint8Array(await readFile(path)) };
    const first = await captioned(on.visitor(), video);
    const asked = () => [on.gemini().requests.length, openai.requests.length];
    expect(asked()).toEqual([1, 1]);
    const second = await captioned(await on.anotherVisitor(), video);
    expect(second).toMatchObject({ cached: true, result: first.result, hearing: first.hearing });
    expect(asked()).toEqual([1, 1]);
    expect(await on.stored()).toEqual([]);
  });
});
