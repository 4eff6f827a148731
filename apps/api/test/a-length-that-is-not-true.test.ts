import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { asProblem, createVisitor } from "../src/testing/api-client.ts";
import { has, needing } from "../src/testing/capabilities.ts";
import { claimSeconds } from "../src/testing/claim-seconds.ts";
import type { FakeOpenAi } from "../src/testing/fake-openai/index.ts";
import { startFakeOpenAi } from "../src/testing/fake-openai/index.ts";
import { makeMedia, SOUNDS } from "../src/testing/make-media.ts";
import type { RunningApi } from "../src/testing/start-api.ts";
import { startApi } from "../src/testing/start-api.ts";

const CLAIMED_S = 2;
const REAL_S = 20;
/** Pays for the seconds that are claimed at 0.006 USD a minute, and not for those that are there. */
const ENOUGH_FOR_CLAIMED = "0.001";

describe.skipIf(!has("ffmpeg"))(needing("ffmpeg", "a length that is not true"), () => {
  let folder: string;
  let recording: Uint8Array;
  let openai: FakeOpenAi;
  let api: RunningApi;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "length-"));
    const path = await makeMedia(folder, "longer.mkv", { sounds: [SOUNDS.tone(REAL_S)] });
    recording = new Uint8Array(await readFile(await claimSeconds(path, CLAIMED_S)));
    openai = await startFakeOpenAi();
  });
  afterAll(async () => {
    await openai.close();
    await rm(folder, { recursive: true, force: true });
  });
  afterEach(() => api.stop());

  it.each([
    ["longer than is taken", "media_too_long", { MAX_MEDIA_SECONDS: "10" }],
    [
      "more than the budget allows",
      "ai_budget_exhausted",
      { AI_BUDGET_USD_PER_DAY: ENOUGH_FOR_CLAIMED },
    ],
  ])("costs nothing where what is there is %s", async (_, code, settings) => {
    api = await startApi({
      PATH: process.env["PATH"] ?? "",
      OPENAI_API_KEY: openai.apiKey,
      OPENAI_BASE_URL: openai.url,
      ...settings,
    });
    const file = { bytes: recording, name: "longer.mkv", type: "video/x-matroska" };
    const answer = await createVisitor(api.url).caption(file);
    expect(await asProblem(answer)).toMatchObject({ code });
    expect(openai.requests).toHaveLength(0);
  });
});
