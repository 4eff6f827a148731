import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PutObjectTaggingCommand } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { askFor, readCaption, sendDeclared, useApiOnS3 } from "../src/testing/api-on-s3.ts";
import { has, needing } from "../src/testing/capabilities.ts";
import type { FakeOpenAi } from "../src/testing/fake-openai/start-fake-openai.ts";
import { startFakeOpenAi } from "../src/testing/fake-openai/start-fake-openai.ts";
import { makeMedia, SOUNDS } from "../src/testing/make-media.ts";
import { makePhoto } from "../src/testing/make-photo.ts";

describe.skipIf(!has("moto"))(needing("moto", "a bucket that GuardDuty guards"), () => {
  let openai: FakeOpenAi;
  beforeAll(async () => {
    openai = await startFakeOpenAi();
  });
  afterAll(() => openai?.close());
  const on = useApiOnS3({
    settings: () => ({
      PATH: process.env["PATH"] ?? "",
      SCANNER: "guardduty",
      OPENAI_API_KEY: openai.apiKey,
      OPENAI_BASE_URL: openai.url,
      // Room for a photo, and not for four minutes that are to be heard.
      AI_BUDGET_USD_PER_SESSION_PER_DAY: "0.02",
    }),
  });
  beforeEach(() => {
    on.front().guarded = true;
  });

  /** A caption of a photo that was sent to the bucket. */
  async function asked() {
    const key = await sendDeclared(on.visitor(), await makePhoto());
    return { key, caption: await askFor(on.visitor(), key) };
  }

  async function tag(Key: string, Value: string) {
    const TagSet = [{ Key: "GuardDutyMalwareScanStatus", Value }];
    const Tagging = { TagSet };
    const command = new PutObjectTaggingCommand({ Bucket: on.bucket(), Key, Tagging });
    await on.moto().client.send(command);
  }

  it("is read only once the verdict is there", async () => {
    const { key, caption } = await asked();
    const path = `/${on.bucket()}/${key}`;
    const tagged = () => on.front().requests.filter((request) => request.endsWith(path));
    // One PUT, and questions for the tag.
    await expect.poll(() => tagged().length).toBeGreaterThan(2);
    expect((await readCaption(on.visitor(), caption)).state).toBe("working");
    await tag(key, "NO_THREATS_FOUND");
    const finished = async () => (await readCaption(on.visitor(), caption)).finishedAt;
    await expect.poll(finished).not.toBeNull();
    expect(await readCaption(on.visitor(), caption)).toMatchObject({
      ...{ state: "done", problem: null },
    });
    expect(await on.stored()).toEqual([]);
  });

  it.skipIf(!has("ffmpeg"))(
    needing("ffmpeg", "has a recording's length count in the budget once it can be read"),
    async () => {
      const folder = await mkdtemp(join(tmpdir(), "recording-"));
      onTestFinished(() => rm(folder, { recursive: true }));
      const path = await makeMedia(folder, "long.mp3", { sounds: [SOUNDS.tone(240)] });
      const bytes = await readFile(path);
      const key = await sendDeclared(on.visitor(), { bytes, name: "long.mp3", type: "audio/mpeg" });
      const caption = await askFor(on.visitor(), key);
      await tag(key, "NO_THREATS_FOUND");
      const state = async () => (await readCaption(on.visitor(), caption)).state;
      await expect.poll(state).toBe("failed");
      const { problem } = await readCaption(on.visitor(), caption);
      expect(problem).toMatchObject({ code: "ai_budget_exhausted" });
      expect(openai.requests).toEqual([]);
    },
  );

  it.each([
    ["THREATS_FOUND", "malware_found"],
    ["UNSUPPORTED", "scan_not_possible"],
    ["ACCESS_DENIED", "scan_not_possible"],
    ["FAILED", "scan_not_possible"],
  ])("gives no caption of what is %s, and deletes it", async (status, code) => {
    const { key, caption } = await asked();
    await tag(key, status);
    const state = async () => (await readCaption(on.visitor(), caption)).state;
    await expect.poll(state).toBe("failed");
    const { problem } = await readCaption(on.visitor(), caption);
    expect(problem).toMatchObject({ code, retryable: false });
    expect(await on.stored()).toEqual([]);
  });
});
