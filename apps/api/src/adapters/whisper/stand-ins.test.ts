import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { TranscribeRequest } from "../../ports/transcriber.ts";
import { createCircuitBreaker } from "../../retry/circuit-breaker.ts";
import type { FakeOpenAi } from "../../testing/fake-openai/index.ts";
import { startFakeOpenAi } from "../../testing/fake-openai/index.ts";
import type { Speech } from "../../testing/speech/make-speech.ts";
import { makeSpeech } from "../../testing/speech/make-speech.ts";
import { createMemoryState } from "../memory/shared-state.ts";
import type { WhisperConfig } from "./config.ts";
import { createWhisperTranscriber } from "./index.ts";

const MODELS = ["whisper-1", "gpt-transcribe"];
const SENTENCES = Array.from({ length: 12 }, (_, index) => `This is sentence number ${index}.`);

let dir: string;
let speech: Speech;
let openAi: FakeOpenAi;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "whisper-stand-ins-"));
  speech = await makeSpeech({ dir, sentences: SENTENCES });
});
afterAll(() => rm(dir, { recursive: true }));
beforeEach(async () => {
  openAi = await startFakeOpenAi({ recordings: [speech.recording] });
});
afterEach(() => openAi.close());

function create(config: WhisperConfig = {}) {
  const state = createMemoryState();
  return createWhisperTranscriber({
    apiKey: openAi.apiKey,
    baseUrl: openAi.url,
    models: MODELS,
    breakerOf: (name) => createCircuitBreaker({ name, state, now: Date.now }),
    ...config,
  });
}

const transcribe = (config?: WhisperConfig, overrides?: Partial<TranscribeRequest>) =>
  create(config).transcribe({
    audio: speech.track,
    signal: new AbortController().signal,
    ...overrides,
  });

const asked = () => openAi.requests.map(({ fields }) => fields["model"]);

describe("a model that stands in", () => {
  it("is not asked while the first answers, and the transcript names who heard it", async () => {
    const { transcript } = await transcribe();
    expect(transcript.model).toBe("whisper-1");
    expect(asked()).toEqual(["whisper-1"]);
  });

  it.each([
    { kind: "error", status: 503 },
    { kind: "rateLimit", retryAfter: "30" },
    { kind: "reset" },
  ] as const)("is asked at once where the first fails with $kind", async (behaviour) => {
    openAi.script(behaviour);
    const onRetry = vi.fn();
    const { transcript, usage } = await transcribe({}, { onRetry });
    expect(transcript.segments.map(({ text }) => text)).toEqual(SENTENCES);
    expect(transcript.model).toBe("gpt-transcribe");
    expect(usage.calls).toBe(2);
    expect(onRetry.mock.calls).toEqual([[expect.any(String), 0]]);
    // Each is asked for what it can tell.
    const formats = openAi.requests.map(({ fields }) => fields["response_format"]);
    expect(formats).toEqual(["verbose_json", "json"]);
  });

  it("is asked where the first does not exist any more", async () => {
    const { transcript } = await transcribe({ models: ["whisper-0", "whisper-1"] });
    expect(transcript.model).toBe("whisper-1");
  });

  it("is not asked for what the first refuses", async () => {
    openAi.script({ kind: "quota" });
    await expect(transcribe()).rejects.toMatchObject({ code: "transcription_quota_exhausted" });
    expect(openAi.requests).toHaveLength(1);
  });

  it("makes nothing worse where it does not exist", async () => {
    openAi.script({ kind: "error", status: 503 });
    const { transcript } = await transcribe({ models: ["whisper-1", "whisper-0"] });
    expect(transcript.model).toBe("whisper-1");
    expect(asked()).toEqual(["whisper-1", "whisper-1"]);
  });

  it("gets pieces of a length that suits it, from the first one on", async () => {
    openAi.script({ kind: "answer" }, { kind: "error", status: 503 });
    const { transcript } = await transcribe({ maxTextSeconds: 12, maxConcurrent: 1 });
    expect(transcript.segments.map(({ text }) => text)).toEqual(SENTENCES);
    expect(transcript.model).toBe("whisper-1, gpt-transcribe");
    for (const { seconds } of openAi.requests) expect(seconds).toBeLessThanOrEqual(12);
  });

  it("costs what it costs", async () => {
    const { usage: first } = await transcribe();
    openAi.script({ kind: "error", status: 503 });
    const { usage: second } = await transcribe();
    expect((second.costUsd ?? 0) / (first.costUsd ?? 1)).toBeCloseTo(0.0045 / 0.006, 5);
  });

  it("is reckoned with in what a minute may cost", () => {
    expect(create().usdPerMinute).toBe(0.006);
    expect(create({ models: ["gpt-transcribe", "whisper-1"] }).usdPerMinute).toBe(0.006);
    expect(create({ models: [...MODELS, "whisper-of-tomorrow"] }).usdPerMinute).toBeUndefined();
  });
});
