import { setTimeout as wait } from "node:timers/promises";
import type { Caption } from "@caption-generator/schema";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Visitor } from "../src/testing/api-client.ts";
import {
  asArrived,
  asCaption,
  asDeclared,
  asPartUrls,
  asProblem,
  createVisitor,
} from "../src/testing/api-client.ts";
import { has, needing } from "../src/testing/capabilities.ts";
import type { FakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { startFakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { makePhoto } from "../src/testing/make-photo.ts";
import type { StartedMoto } from "../src/testing/moto.ts";
import { s3Settings, startMoto, TEST_CREDENTIALS } from "../src/testing/moto.ts";
import { padJpeg } from "../src/testing/pad-file.ts";
import type { S3Front } from "../src/testing/s3-front.ts";
import { startS3Front } from "../src/testing/s3-front.ts";
import { declareParts, partOf } from "../src/testing/send-parts.ts";
import type { RunningApi } from "../src/testing/start-api.ts";
import { startApi } from "../src/testing/start-api.ts";

const SOON = { timeout: 40_000, interval: 100 };

describe.skipIf(!has("moto"))(needing("moto", "an API whose uploads are on S3"), () => {
  let moto: StartedMoto;
  let front: S3Front;
  let gemini: FakeGemini;
  let bucket: string;
  let api: RunningApi;
  let visitor: Visitor;
  beforeAll(async () => {
    vi.stubEnv("AWS_ACCESS_KEY_ID", TEST_CREDENTIALS.accessKeyId);
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", TEST_CREDENTIALS.secretAccessKey);
    moto = await startMoto();
    front = await startS3Front(moto.url);
    gemini = await startFakeGemini({ latencyMs: 1_500 });
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await gemini?.close();
    await front?.close();
    await moto?.stop();
  });
  beforeEach(async () => {
    bucket = await moto.makeBucket({ versions: true });
    api = await startApi({
      ...s3Settings(front.url),
      S3_BUCKET: bucket,
      // So that captions wait for their turn, and find S3 gone when they have it.
      PHOTO_CONCURRENCY: "1",
      GEMINI_API_KEY: gemini.apiKey,
      GEMINI_BASE_URL: gemini.url,
    });
    visitor = createVisitor(api.url);
    await visitor.get("/captions");
  });
  afterEach(async () => {
    front.busy = false;
    await api.stop();
  });

  const captionOf = async (id: string) => asCaption(await visitor.get(`/captions/${id}`));

  /** A photo that was declared and sent to the bucket, as often as said. */
  async function sent(times = 1): Promise<string> {
    const { bytes, name, type } = await makePhoto();
    const answer = await visitor.postJson("/uploads", { name, type, bytes: bytes.length });
    const { upload, target } = await asDeclared(answer);
    expect(new URL(target.url).origin).toBe(front.url);
    for (let time = 0; time < times; time += 1) {
      const { method, url, headers } = target;
      const { status } = await fetch(url, { method, headers, body: Buffer.from(bytes) });
      expect(status).toBe(200);
    }
    return upload.id;
  }

  async function asked(uploadId: string) {
    const answer = await visitor.postJson("/captions", { uploadId });
    expect(answer.status).toBe(202);
    return asCaption(answer);
  }

  it("captions a photo that was sent to the bucket, and deletes every version of it", async () => {
    const { id } = await asked(await sent(2));
    await expect.poll(async () => (await captionOf(id)).state, SOON).toBe("done");
    expect((await captionOf(id)).receipt).toMatchObject({ objectVersions: 2 });
    expect(await moto.list(bucket)).toEqual([]);
  });

  it("signs for exactly the bytes and the type that were declared", async () => {
    const answer = await visitor.postJson("/uploads", {
      ...{ name: "a.png", type: "image/png", bytes: 100 },
    });
    const { target } = await asDeclared(answer);
    const { searchParams } = new URL(target.url);
    expect(searchParams.get("X-Amz-SignedHeaders")).toBe("content-length;content-type;host");
    expect([...searchParams.keys()].filter((name) => /checksum/iu.test(name))).toEqual([]);
    expect(target.headers).toEqual({ "content-type": "image/png" });
  });

  it("takes a photo in a form, too", async () => {
    const caption = await asCaption(await visitor.caption(await makePhoto()));
    expect(caption).toMatchObject({ state: "done", receipt: { objectVersions: 1 } });
    expect(await moto.list(bucket)).toEqual([]);
  });

  it("asks for the part that was lost, and captions the file once that is there", async () => {
    const { bytes, name, type } = await makePhoto();
    const content = new Blob([Buffer.from(padJpeg(bytes, 17 * 1024 ** 2))]);
    const file = { name, type, content };
    const declared = await declareParts(visitor, file);
    const { id } = declared.upload;
    const send = async (numbers: readonly number[]) => {
      const urls = await visitor.postJson(`/uploads/${id}/part-urls`, { numbers });
      for (const { number, url, method } of (await asPartUrls(urls)).targets) {
        const { status } = await fetch(url, { method, body: partOf(declared, file, number) });
        expect(status).toBe(200);
      }
    };
    await send([1, 3]);
    const early = await visitor.postJson("/captions", { uploadId: id });
    expect(await asProblem(early)).toMatchObject({ code: "upload_incomplete" });
    const { arrived } = await asArrived(await visitor.get(`/uploads/${id}/parts`));
    expect(arrived.map(({ number }) => number)).toEqual([1, 3]);
    await send([2]);
    expect((await visitor.postJson(`/uploads/${id}/complete`, {})).status).toBe(200);
    expect((await visitor.postJson(`/uploads/${id}/complete`, {})).status).toBe(200);
    const caption = await asked(id);
    await expect.poll(async () => (await captionOf(caption.id)).state, SOON).toBe("done");
    expect(await moto.list(bucket)).toEqual([]);
  });

  it("lets captions wait while S3 is too busy, and finishes all of them after", async () => {
    const uploads = [await sent(), await sent(), await sent()];
    const captions: Caption[] = [];
    for (const upload of uploads) captions.push(await asked(upload));
    front.busy = true;
    const { bytes, name, type } = await makePhoto();
    const form = await visitor.caption({ bytes, name, type });
    expect(form.status).toBe(503);
    expect(form.headers.get("retry-after")).toBe("5");
    expect(await asProblem(form)).toMatchObject({ code: "storage_unavailable", retryable: true });
    await wait(10_000);
    front.busy = false;
    for (const { id } of captions) {
      await expect.poll(async () => (await captionOf(id)).state, SOON).toBe("done");
      expect((await captionOf(id)).receipt).toMatchObject({ objectVersions: 1 });
    }
    const told = await (await visitor.get(`/captions/${captions[0]?.id}/events`)).text();
    expect(told).toContain("Something that this needs does not answer. The caption waits");
    expect(await moto.list(bucket)).toEqual([]);
  });
});
