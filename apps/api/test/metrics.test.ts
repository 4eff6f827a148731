import { readFile, rm } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { asCaption, createVisitor } from "../src/testing/api-client.ts";
import type { ApiProcess } from "../src/testing/api-process.ts";
import { startApiProcess, startRefusedApi } from "../src/testing/api-process.ts";
import { has, needing } from "../src/testing/capabilities.ts";
import type { MetricLine } from "../src/testing/embedded-metrics.ts";
import { readMetricLine } from "../src/testing/embedded-metrics.ts";
import type { FakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { startFakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import type { FakeOpenAi } from "../src/testing/fake-openai/start-fake-openai.ts";
import { startFakeOpenAi } from "../src/testing/fake-openai/start-fake-openai.ts";
import { freshDataFolder } from "../src/testing/fresh-data-folder.ts";
import { makeMedia, PICTURES, SOUNDS } from "../src/testing/make-media.ts";
import { makePhoto } from "../src/testing/make-photo.ts";
import { SOON } from "../src/testing/soon.ts";

/** How many captions are under way at once; more than these wait. */
const WORKERS = 4;
const ON = { METRICS: "cloudwatch", ENVIRONMENT: "staging" };

let gemini: FakeGemini;
let openai: FakeOpenAi;
let dataDir: string;

beforeAll(async () => {
  dataDir = await freshDataFolder();
  gemini = await startFakeGemini();
  openai = await startFakeOpenAi();
});
afterAll(async () => {
  await Promise.all([gemini.close(), openai.close()]);
  await rm(dataDir, { recursive: true, force: true });
});

/** One after the other on one data folder: what one leaves behind, the next has to do with. */
async function start(settings: Record<string, string>, folder = dataDir): Promise<ApiProcess> {
  const keys = {
    GEMINI_API_KEY: gemini.apiKey,
    GEMINI_BASE_URL: gemini.url,
    OPENAI_API_KEY: openai.apiKey,
    OPENAI_BASE_URL: openai.url,
  };
  return await startApiProcess({ ...keys, DATA_DIR: folder, ...settings });
}

const metricsOf = ({ lines }: ApiProcess): MetricLine[] =>
  lines.map(readMetricLine).filter((line) => line !== undefined);

const isRunning = ({ child }: ApiProcess) => child.exitCode === null && child.signalCode === null;

describe("metrics that are asked for", () => {
  let api: ApiProcess;
  beforeAll(async () => {
    api = await start({ ...ON, METRICS_SECONDS: "1" });
  });
  afterAll(async () => {
    if (isRunning(api)) await api.end("SIGKILL");
  });

  /** What is added to the sums of all lines from now on. */
  function sums() {
    const sum = (name: string) =>
      metricsOf(api).reduce((all, { values }) => all + (values[name] ?? 0), 0);
    const before = { errors: sum("AiErrors"), usd: sum("AiSpendUsd") };
    return () => ({ errors: sum("AiErrors") - before.errors, usd: sum("AiSpendUsd") - before.usd });
  }

  it("say of which environment they are, and come every so often", async () => {
    await vi.waitFor(() => expect(metricsOf(api).length).toBeGreaterThan(4), SOON);
    const all = metricsOf(api);
    const [first, last] = [all[0], all.at(-1)];
    expect(first).toMatchObject({
      namespace: "CaptionGenerator",
      dimensions: { Environment: "staging" },
      values: { JobBacklog: 0, JobAgeSeconds: 0, AiErrors: 0, AiSpendUsd: 0 },
    });
    // One may come late, and then the next soon after it.
    expect(((last?.at ?? 0) - (first?.at ?? 0)) / (all.length - 1)).toBeGreaterThan(400);
  });

  it("count each call of Gemini that fails, repeated ones too, and what answers cost", async () => {
    const added = sums();
    gemini.script(
      { kind: "error", status: 500 },
      { kind: "rateLimit", retryDelay: "0.1s" },
      { kind: "notJson" },
    );
    const answer = await createVisitor(api.url).caption(await makePhoto());
    const { state, usage } = await asCaption(answer);
    expect(state).toBe("done");
    expect(usage?.costUsd).toBeGreaterThan(0);
    const usd = expect.closeTo(usage?.costUsd ?? 0, 9);
    await vi.waitFor(() => expect(added()).toEqual({ errors: 3, usd }), SOON);
  });

  it.skipIf(!has("ffmpeg"))(
    needing("ffmpeg", "count Whisper's failed calls and its price along with Gemini's"),
    async () => {
      const added = sums();
      const path = await makeMedia(dataDir, "said.mp4", {
        shots: [PICTURES.plain("navy", 3)],
        sounds: [SOUNDS.tone(3)],
      });
      openai.script({ kind: "error", status: 500 }, { kind: "rateLimit", retryAfter: "0" });
      const file = { bytes: new Uint8Array(await readFile(path)), name: "said.mp4" };
      const answer = await createVisitor(api.url).caption({ ...file, type: "video/mp4" });
      const { state, usage } = await asCaption(answer);
      expect(state).toBe("done");
      const heard = usage?.transcription?.costUsd ?? 0;
      expect(heard).toBeGreaterThan(0);
      const usd = expect.closeTo((usage?.costUsd ?? 0) + heard, 9);
      await vi.waitFor(() => expect(added()).toEqual({ errors: 2, usd }), SOON);
    },
  );

  it("are written once more when the API has ended what was under way", async () => {
    const before = metricsOf(api).length;
    expect(await api.end("SIGTERM")).toBe(0);
    expect(metricsOf(api).length).toBeGreaterThan(before);
    expect(api.lines.at(-1)).toContain("stopped");
    expect(metricsOf(api).at(-1)?.values).toHaveProperty("JobBacklog", 0);
  });

  it("have a last line with what was counted where the process ends at once", async () => {
    api = await start({ ...ON, METRICS_SECONDS: "60" });
    const before = gemini.requests.length;
    gemini.script({ kind: "error", status: 503 }, { kind: "hang" });
    await createVisitor(api.url).caption(await makePhoto(), {}, {});
    await vi.waitFor(() => expect(gemini.requests.length).toBe(before + 2), SOON);
    api.child.kill("SIGTERM");
    await vi.waitFor(() => expect(api.lines.join()).toContain("stopping"), SOON);
    expect(await api.end("SIGTERM")).toBe(130);
    const lines = metricsOf(api).map(({ values }) => values);
    // Of what waits, nothing: there is nobody any more to ask.
    expect(lines.at(-1)).toEqual({ AiErrors: expect.any(Number), AiSpendUsd: 0 });
    expect(lines.reduce((all, { AiErrors = 0 }) => all + AiErrors, 0)).toBe(1);
  });
});

describe("metrics of captions that wait", () => {
  it("say how many they are, and how long the oldest has waited", async () => {
    const folder = await freshDataFolder();
    const settings = { ...ON, METRICS_SECONDS: "1", PHOTO_CONCURRENCY: `${WORKERS}` };
    const api = await start(settings, folder);
    onTestFinished(async () => {
      await api.end("SIGKILL");
      await rm(folder, { recursive: true, force: true });
    });
    const all = WORKERS + 6;
    gemini.script(...Array.from({ length: WORKERS }, () => ({ kind: "hang" }) as const));
    const visitor = createVisitor(api.url);
    const file = await makePhoto();
    const first = await visitor.caption(file, {}, {});
    expect(first.status).toBe(202);
    await Promise.all(Array.from({ length: all - 1 }, () => visitor.caption(file, {}, {})));
    const last = () => metricsOf(api).at(-1)?.values ?? {};
    await vi.waitFor(() => expect(last()["JobBacklog"]).toBe(6), SOON);
    await vi.waitFor(() => expect(last()["JobAgeSeconds"]).toBeGreaterThan(1), SOON);
  });
});

describe("metrics that nobody asked for", () => {
  it("are not written", async () => {
    const folder = await freshDataFolder();
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const api = await start({ METRICS_SECONDS: "1" }, folder);
    expect(await api.end("SIGTERM")).toBe(0);
    expect(metricsOf(api)).toEqual([]);
  });
});

describe("metrics of no deployment", () => {
  it("stop the start, with the name of the variable that is missing", async () => {
    const { code, said } = await startRefusedApi({ METRICS: "cloudwatch", ENVIRONMENT: "" });
    expect(code).toBe(1);
    expect(said).toContain("ENVIRONMENT");
  });
});
