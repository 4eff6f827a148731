import { PutObjectTaggingCommand } from "@aws-sdk/client-s3";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Visitor } from "../src/testing/api-client.ts";
import { asCaption, asDeclared, createVisitor } from "../src/testing/api-client.ts";
import { has, needing } from "../src/testing/capabilities.ts";
import type { FakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { startFakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { makePhoto } from "../src/testing/make-photo.ts";
import type { StartedMoto } from "../src/testing/moto.ts";
import { s3Settings, startMoto, TEST_CREDENTIALS } from "../src/testing/moto.ts";
import type { S3Front } from "../src/testing/s3-front.ts";
import { startS3Front } from "../src/testing/s3-front.ts";
import type { RunningApi } from "../src/testing/start-api.ts";
import { startApi } from "../src/testing/start-api.ts";

const SOON = { timeout: 40_000, interval: 100 };

describe.skipIf(!has("moto"))(needing("moto", "a bucket that GuardDuty guards"), () => {
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
    front.guarded = true;
    gemini = await startFakeGemini();
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
      SCANNER: "guardduty",
      GEMINI_API_KEY: gemini.apiKey,
      GEMINI_BASE_URL: gemini.url,
    });
    visitor = createVisitor(api.url);
    await visitor.get("/captions");
  });
  afterEach(() => api.stop());

  const captionOf = async (id: string) => asCaption(await visitor.get(`/captions/${id}`));

  /** A caption of a photo that was sent to the bucket. */
  async function asked() {
    const { bytes, name, type } = await makePhoto();
    const answer = await visitor.postJson("/uploads", { name, type, bytes: bytes.length });
    const { upload, target } = await asDeclared(answer);
    const { method, url, headers } = target;
    expect((await fetch(url, { method, headers, body: Buffer.from(bytes) })).status).toBe(200);
    const accepted = await visitor.postJson("/captions", { uploadId: upload.id });
    expect(accepted.status).toBe(202);
    return { key: upload.id, caption: await asCaption(accepted) };
  }

  async function tag(Key: string, Value: string) {
    const TagSet = [{ Key: "GuardDutyMalwareScanStatus", Value }];
    const Tagging = { TagSet };
    await moto.client.send(new PutObjectTaggingCommand({ Bucket: bucket, Key, Tagging }));
  }

  it("is read only once the verdict is there", async () => {
    const { key, caption } = await asked();
    const tagged = () => front.requests.filter((request) => request.endsWith(`/${bucket}/${key}`));
    // One PUT, and questions for the tag.
    await expect.poll(() => tagged().length, SOON).toBeGreaterThan(2);
    expect((await captionOf(caption.id)).state).toBe("working");
    await tag(key, "NO_THREATS_FOUND");
    const finished = async () => (await captionOf(caption.id)).finishedAt;
    await expect.poll(finished, SOON).not.toBeNull();
    expect(await captionOf(caption.id)).toMatchObject({ state: "done", problem: null });
    expect(await moto.list(bucket)).toEqual([]);
  });

  it.each([
    ["THREATS_FOUND", "malware_found"],
    ["UNSUPPORTED", "scan_not_possible"],
    ["ACCESS_DENIED", "scan_not_possible"],
    ["FAILED", "scan_not_possible"],
  ])("gives no caption of what is %s, and deletes it", async (status, code) => {
    const { key, caption } = await asked();
    await tag(key, status);
    await expect.poll(async () => (await captionOf(caption.id)).state, SOON).toBe("failed");
    expect((await captionOf(caption.id)).problem).toMatchObject({ code, retryable: false });
    expect(await moto.list(bucket)).toEqual([]);
  });
});
